import { Button, Empty, Table } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useTranslation } from 'react-i18next';
import { day as dayWords } from '../../ui/dates.ts';
import { countsOf, type DeadlineRow } from './deadline-rows.ts';
import { extrasWords, ruleWords, type Tongue } from './deadline-words.ts';
import { dueDayIn, sizeOf } from './due-days.ts';
import { StandingTags } from './standing-tags.tsx';

interface Props {
  rows: DeadlineRow[];
  zone: string;
  colours: ReadonlyMap<string, string>;
  onChange: (row: DeadlineRow) => void;
}

/** Whom a rule is for, said only where there is more than one. */
const whom = ({ t }: Tongue, { rules }: DeadlineRow, index: number): string => {
  const rule = rules[index];
  if (rule === undefined || (rules.length === 1 && rule.kind === null)) return '';
  return rule.kindTitle ?? t('deadlines.others');
};

export const RuleCell = ({ row }: { row: DeadlineRow }) => {
  const { t, i18n } = useTranslation();
  const tongue = { t, language: i18n.language };
  return (
    <div className="due-rule">
      {row.rules.map((rule, index) => {
        const who = whom(tongue, row, index);
        return (
          <div key={rule.kind ?? ''}>
            {who === '' ? null : <span className="quiet">{who + t('colon')}</span>}
            {ruleWords(tongue, rule, row.period)}
          </div>
        );
      })}
      <small className="quiet">{extrasWords(tongue, row.deadline).join(' · ')}</small>
    </div>
  );
};

export const DatesCell = ({ row, zone }: { row: DeadlineRow; zone: string }) => {
  const { t, i18n } = useTranslation();
  if (row.dates.length === 0) return <span className="quiet">—</span>;
  return (
    <div>
      {row.dates.slice(0, 4).map((date) => (
        <div key={date.due} className="due-date-line">
          {dayWords(dueDayIn(date.due, zone), i18n.language)}{' '}
          <span className="quiet">
            {t('deadlines.households', { count: sizeOf(date) })}
            {date.cases.some(({ isExtended }) => isExtended) ? ` · ${t('deadlines.extended')}` : ''}
          </span>
        </div>
      ))}
      {row.dates.length > 4 ? <span className="quiet">+{row.dates.length - 4}</span> : null}
    </div>
  );
};

/** Every deadline of every workflow in every period: what is said, what is really due, how it stands. */
export const DeadlineTable = ({ rows, zone, colours, onChange }: Props) => {
  const { t } = useTranslation();
  const columns: ColumnsType<DeadlineRow> = [
    {
      title: t('deadlines.deadline'),
      key: 'deadline',
      render: (_, { deadline }) => (
        <div className="due-what">
          <i className={`due-dot ${colours.get(deadline.workflow) ?? ''}`} aria-hidden />
          <div>
            <strong>{deadline.title}</strong>
            <div className="quiet">{deadline.workflowTitle}</div>
          </div>
        </div>
      ),
    },
    { title: t('deadlines.period'), key: 'period', render: (_, { period }) => period?.title ?? '—' },
    { title: t('deadlines.rule'), key: 'rule', render: (_, row) => <RuleCell row={row} /> },
    { title: t('deadlines.due'), key: 'due', render: (_, row) => <DatesCell row={row} zone={zone} /> },
    { title: t('deadlines.standing'), key: 'standing', render: (_, row) => <StandingTags counts={countsOf(row)} /> },
    {
      title: '',
      key: 'change',
      align: 'right',
      render: (_, row) => (
        <Button
          aria-label={`${t('deadlines.change-short')} ${row.deadline.title} ${row.period?.title ?? ''}`.trim()}
          onClick={() => {
            onChange(row);
          }}
        >
          {t('deadlines.change-short')}
        </Button>
      ),
    },
  ];
  return (
    <Table
      className="due-table"
      rowKey="id"
      size="middle"
      columns={columns}
      dataSource={rows}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: <Empty description={t('deadlines.nothing-found')} /> }}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
    />
  );
};
