import { useTranslation } from 'react-i18next';
import { textIn, type LocalText } from '#contract/text.ts';
import { rosters } from '#engine/form/fields.ts';
import { headLine, type PaperFacts, totalLine } from './paper-head.ts';
import { PaperTable } from './paper-table.tsx';
import type { PaperWords } from './paper-text.ts';
import './paper.css';

const several = (texts: LocalText | LocalText[] | undefined, locale: string): string[] =>
  texts === undefined ? [] : (Array.isArray(texts) ? texts : [texts]).map((text) => textIn(text, locale));

const isRow = (row: unknown): row is Record<string, unknown> => typeof row === 'object' && row !== null;

const rowsOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? (value as unknown[]).filter(isRow) : [];

interface Props {
  words: PaperWords;
  data: Record<string, unknown>;
  facts: PaperFacts;
}

/** A form as it stands on paper: heading, head line, ruled tables, notes, lines to sign. The layout decides, as far as there is one. */
export const PaperSheet = ({ words, data, facts }: Props) => {
  const { t } = useTranslation();
  const { form, locale } = words;
  const layout = form['x-layout'];
  const titles = { org: t('paper.org'), period: t('paper.period'), due: t('paper.due') };
  const asked = { words, data, facts, titles };
  const totals = totalLine(asked);
  const tables = rosters(form);
  const chosen = layout?.roster ?? tables[0]?.key;
  const landscape = layout?.page?.orientation !== 'portrait';
  return (
    <article className={`paper paper-${landscape ? 'landscape' : 'portrait'} paper-${layout?.page?.size ?? 'A4'}`}>
      {layout?.attachment === undefined ? null : (
        <div className="paper-attachment">{textIn(layout.attachment, locale)}</div>
      )}
      <h1>{textIn(layout?.heading ?? form.title, locale)}</h1>
      <div className="paper-head">
        {headLine(asked).map(({ title, text }, index) => (
          <span key={index}>
            {title}
            {locale.startsWith('zh') ? '：' : ': '}
            <span className="paper-blank">{text}</span>
          </span>
        ))}
      </div>
      {tables.map(({ key, field }) => (
        <section key={key}>
          {tables.length > 1 ? <h2>{textIn(field.title, locale)}</h2> : null}
          <PaperTable words={words} roster={key} rows={rowsOf(data[key])} totals={key === chosen ? totals : []} />
        </section>
      ))}
      {several(layout?.notes, locale).map((note) => (
        <p key={note}>{note}</p>
      ))}
      <div className="paper-signature">
        {several(layout?.signature, locale).map((line) => (
          <span key={line}>
            {line}
            <span className="paper-blank" />
          </span>
        ))}
      </div>
    </article>
  );
};
