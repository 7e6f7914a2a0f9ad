import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Form } from '#contract/definition/form.ts';
import { formChanges } from '#engine/change/form-change.ts';
import { readDocument } from './document.ts';
import { shownForm } from './shown-form.ts';
import { useSurroundings } from './use-design.ts';

interface Props {
  /** What somebody else saved. */
  theirs: string;
  mine: Form;
}

const MOST = 12;

/** In what the two drafts differ, in words, so that the choice between them is an informed one. */
export const ConflictDifference = ({ theirs, mine }: Props) => {
  const { t, i18n } = useTranslation();
  const { main } = useSurroundings();
  const changes = useMemo(() => {
    const reading = readDocument(theirs);
    if (!reading.ok) return null;
    const pair = { before: shownForm(reading.document.form, main), after: shownForm(mine, main) };
    return formChanges({ kind: 'Form', key: mine.$id }, pair);
  }, [theirs, mine, main]);
  if (changes === null) return null;
  const tag = i18n.language === 'en' ? 'en' : 'zh-CN';
  return (
    <section className="designer-problem-box" aria-label={t('form-designer.conflict-difference')}>
      <h2>{t('form-designer.conflict-difference')}</h2>
      {changes.length === 0 ? <p className="quiet">{t('form-designer.conflict-none')}</p> : null}
      <ul className="issue-list">
        {changes.slice(0, MOST).map(({ words, path }) => (
          <li key={`${path.join('/')}${words.en}`}>{words[tag]}</li>
        ))}
        {changes.length > MOST ? <li>{t('form-designer.conflict-more', { count: changes.length - MOST })}</li> : null}
      </ul>
    </section>
  );
};
