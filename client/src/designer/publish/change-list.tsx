import { useTranslation } from 'react-i18next';
import type { EditedName } from '#contract/wire/design.ts';
import type { ChangeView } from '#contract/wire/publication.ts';
import { ClassTag } from './class-tag.tsx';
import { said } from './said.ts';

interface Props {
  changes: readonly ChangeView[];
  /** The title of a definition; its key where nothing else is known. */
  titleOf: (name: EditedName) => string;
}

const grouped = (changes: readonly ChangeView[]): { name: EditedName; changes: ChangeView[] }[] => {
  const groups = new Map<string, { name: EditedName; changes: ChangeView[] }>();
  for (const change of changes) {
    const id = `${change.kind}/${change.key}`;
    const group = groups.get(id) ?? { name: { kind: change.kind, key: change.key }, changes: [] };
    groups.set(id, { ...group, changes: [...group.changes, change] });
  }
  return [...groups.values()];
};

const Lines = ({ changes }: { changes: readonly ChangeView[] }) => {
  const { i18n } = useTranslation();
  return (
    <ul>
      {[...changes]
        .sort((a, b) => (a.class < b.class ? 1 : a.class > b.class ? -1 : 0))
        .map((change, index) => (
          <li key={`${change.path.join('.')} ${String(index)}`}>
            <ClassTag of={change.class} /> <span>{said(change.words, i18n.language)}</span>
          </li>
        ))}
    </ul>
  );
};

/** What tries definitions out and touches nobody is folded away. */
const FOLDED: readonly EditedName['kind'][] = ['Scenario', 'Demonstration'];

/** The difference in words, definition by definition; the gravest first. */
export const ChangeList = ({ changes, titleOf }: Props) => {
  const { t } = useTranslation();
  return (
    <div className="change-groups">
      {grouped(changes).map(({ name, changes: mine }) => {
        const heading = (
          <>
            <span className="quiet">{t(`publish.kind.${name.kind}`)}</span> {titleOf(name)}
            <span className="quiet"> · {t('publish.changes-of', { count: mine.length })}</span>
          </>
        );
        return FOLDED.includes(name.kind) ? (
          <details key={`${name.kind}/${name.key}`} className="change-group">
            <summary>{heading}</summary>
            <Lines changes={mine} />
          </details>
        ) : (
          <section key={`${name.kind}/${name.key}`} className="change-group">
            <h3>{heading}</h3>
            <Lines changes={mine} />
          </section>
        );
      })}
    </div>
  );
};
