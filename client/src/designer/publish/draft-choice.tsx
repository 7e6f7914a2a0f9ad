import { Alert, Checkbox, Empty, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DefinitionSummary } from '#contract/wire/design.ts';
import { moment } from '../../ui/dates.ts';
import { versionsPath } from './places.ts';

interface Props {
  programme: string;
  drafts: readonly DefinitionSummary[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: Set<string>) => void;
}

export const idOf = ({ kind, key }: Pick<DefinitionSummary, 'kind' | 'key'>): string => `${kind}/${key}`;

const Facts = ({ row }: { row: DefinitionSummary }) => {
  const { t, i18n } = useTranslation();
  const { draft } = row;
  if (draft === null) return null;
  const at = moment(draft.savedAt, i18n.language);
  return (
    <span className="draft-facts">
      <span className="quiet">
        {draft.savedBy === null
          ? t('publish.draft.saved-at', { at })
          : t('publish.draft.saved', { by: draft.savedBy, at })}
      </span>
      {draft.base === null ? (
        <Tag color="success">{t('publish.draft.new')}</Tag>
      ) : (
        <span className="quiet">{t('publish.draft.base', { n: draft.base })}</span>
      )}
      {row.errors > 0 ? <Tag color="error">{t('publish.draft.errors', { count: row.errors })}</Tag> : null}
      {draft.isBehind ? <Tag color="warning">{t('publish.draft.behind')}</Tag> : null}
    </span>
  );
};

/** Which drafts are to be published together. */
export const DraftChoice = ({ programme, drafts, chosen, onChoose }: Props) => {
  const { t } = useTranslation();
  if (drafts.length === 0)
    return (
      <Empty description={t('publish.no-drafts')}>
        <p className="quiet">{t('publish.no-drafts-help')}</p>
        <Link to={`/design?programme=${programme}`}>{t('publish.to-design')}</Link>
      </Empty>
    );
  const toggled = (id: string, isChosen: boolean): Set<string> => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    return next;
  };
  const isBehind = drafts.some((row) => row.draft?.isBehind === true && chosen.has(idOf(row)));
  return (
    <>
      <div className="draft-head">
        <Checkbox
          checked={chosen.size === drafts.length}
          indeterminate={chosen.size > 0 && chosen.size < drafts.length}
          onChange={(event) => {
            onChoose(event.target.checked ? new Set(drafts.map(idOf)) : new Set());
          }}
        >
          {t('publish.choose-all')}
        </Checkbox>
        <span className="quiet">{t('publish.chosen', { count: chosen.size })}</span>
      </div>
      <ul className="draft-list">
        {drafts.map((row) => (
          <li key={idOf(row)}>
            <Checkbox
              checked={chosen.has(idOf(row))}
              onChange={(event) => {
                onChoose(toggled(idOf(row), event.target.checked));
              }}
            >
              <span className="quiet">{t(`publish.kind.${row.kind}`)}</span> <strong>{row.title}</strong>
            </Checkbox>
            <Facts row={row} />
            <Link
              to={versionsPath(programme, row)}
              aria-label={`${t('publish.versions')} ${row.title}`}
              className="draft-versions"
            >
              {t('publish.versions')}
            </Link>
          </li>
        ))}
      </ul>
      {isBehind ? <Alert type="warning" showIcon title={t('publish.draft.behind-help')} /> : null}
    </>
  );
};
