import { Empty, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DefinitionSummary } from '#contract/wire/design.ts';
import { moment } from '../../ui/dates.ts';
import { placeToEdit } from './place-to-edit.ts';
import '../../form/form.css';
import './list.css';

/** What stands for the definition now. */
const State = ({ row }: { row: DefinitionSummary }) => {
  const { t } = useTranslation();
  return (
    <span className="design-state">
      {row.published === null ? (
        <span className="design-tag">{t('design.unpublished')}</span>
      ) : (
        <span className="design-tag design-tag-published">{t('design.published', { n: row.published.n })}</span>
      )}
      {row.draft === null ? null : <span className="design-tag design-tag-draft">{t('design.draft')}</span>}
      {row.draft?.isBehind === true ? <span className="design-tag design-tag-behind">{t('design.behind')}</span> : null}
    </span>
  );
};

const Changed = ({ row }: { row: DefinitionSummary }) => {
  const { t, i18n } = useTranslation();
  const [at, by] =
    row.draft === null
      ? [row.published?.publishedAt, row.published?.publishedBy]
      : [row.draft.savedAt, row.draft.savedBy];
  if (at === undefined) return null;
  const when = moment(at, i18n.language);
  return <span className="quiet">{by == null ? when : t('design.by', { at: when, by })}</span>;
};

interface Props {
  programme: string;
  definitions: readonly DefinitionSummary[];
  typed: string;
}

const PARTS = [
  { name: 'forms', kinds: ['Form'] },
  { name: 'workflows', kinds: ['Workflow'] },
  { name: 'others', kinds: ['Programme', 'Calendar', 'Scenario', 'Demonstration', 'Migration'] },
];

/** Forms, workflows and the rest, each with its way to edit it. */
export const DefinitionTable = ({ programme, definitions, typed }: Props) => {
  const { t } = useTranslation();
  const wanted = typed.trim().toLowerCase();
  const fits = ({ title, key }: DefinitionSummary): boolean =>
    title.toLowerCase().includes(wanted) || key.includes(wanted);
  return (
    <div className="design-parts">
      {PARTS.map(({ name, kinds }) => {
        const rows = definitions.filter((row) => kinds.includes(row.kind) && fits(row));
        if (rows.length === 0 && (name === 'others' || wanted !== '')) return null;
        return (
          <section key={name} aria-labelledby={`design-${name}`}>
            <h2 id={`design-${name}`}>{t(`design.${name}`)}</h2>
            <Table
              size="middle"
              rowKey={(row) => `${row.kind} ${row.key}`}
              dataSource={rows}
              pagination={rows.length > 50 ? { pageSize: 50 } : false}
              locale={{ emptyText: <Empty description={t(`design.empty.${name}`)} /> }}
              scroll={{ x: 'max-content' }}
              columns={[
                {
                  title: t('design.title'),
                  sorter: (one, other) => one.title.localeCompare(other.title, 'zh-CN'),
                  render: (_, row) => (
                    <>
                      <Link to={placeToEdit(programme, row)}>{row.title === '' ? row.key : row.title}</Link>
                      <div className="quiet">
                        {name === 'others' ? `${t(`design.kind.${row.kind}`)} · ` : ''}
                        {row.key}
                      </div>
                    </>
                  ),
                },
                { title: t('design.state'), width: 260, render: (_, row) => <State row={row} /> },
                {
                  title: t('design.problems'),
                  width: 120,
                  sorter: (one, other) => one.errors - other.errors,
                  render: (_, row) =>
                    row.errors === 0 ? (
                      <span className="quiet">{t('design.fine')}</span>
                    ) : (
                      <Link className="problem-error" to={placeToEdit(programme, row)}>
                        {t('design.errors', { count: row.errors })}
                      </Link>
                    ),
                },
                { title: t('design.saved'), width: 260, render: (_, row) => <Changed row={row} /> },
              ]}
            />
          </section>
        );
      })}
      {wanted !== '' && !definitions.some(fits) ? <Empty description={t('design.none-found')} /> : null}
    </div>
  );
};
