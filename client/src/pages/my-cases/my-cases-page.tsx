import { useQuery } from '@tanstack/react-query';
import { Alert, Empty, Segmented, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseSummary } from '#contract/wire/case.ts';
import { fetchCases } from '../../api/cases.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { BeginCases } from './begin-cases.tsx';
import { CaseCard } from './case-card.tsx';

const GROUPS = ['now', 'waiting', 'later', 'done'] as const;
type Group = (typeof GROUPS)[number];

/** What must be done now stands first; what waits for others, what comes later and what is over follow. */
const groupOf = (row: CaseSummary): Group => {
  if (row.status === 'upcoming') return 'later';
  if (row.next === 'fill' || row.next === 'mend') return 'now';
  return row.status === 'open' ? 'waiting' : 'done';
};

/** Everything that my organisations owe, by what to do next. */
export const MyCasesPage = () => {
  const { t } = useTranslation();
  const { data, isPending, error } = useQuery({
    queryKey: ['cases', 'mine'],
    queryFn: () => fetchCases({ for: 'mine', size: 200, sort: 'due' }),
  });
  const [group, setGroup] = useState<Group>('now');
  const rows = data?.rows ?? [];
  const shown = rows.filter((row) => groupOf(row) === group);
  const overdue = rows.filter((row) => groupOf(row) === 'now' && row.overdue).length;
  return (
    <div className="page">
      <PageHeading title={t('cases.title')}>
        <Segmented
          value={group}
          onChange={setGroup}
          options={GROUPS.map((key) => ({
            value: key,
            label: `${t(`cases.group.${key}`)} ${String(rows.filter((row) => groupOf(row) === key).length)}`,
          }))}
        />
      </PageHeading>
      <BeginCases />
      <ProblemAlert error={error} />
      {overdue > 0 ? (
        <Alert type="error" showIcon title={t('cases.overdue', { count: overdue })} style={{ marginBottom: 12 }} />
      ) : null}
      {isPending ? <Spin /> : null}
      {!isPending && shown.length === 0 ? <Empty description={t(`cases.empty.${group}`)} /> : null}
      <div className="case-cards">
        {shown.map((row) => (
          <CaseCard key={row.id} row={row} />
        ))}
      </div>
    </div>
  );
};
