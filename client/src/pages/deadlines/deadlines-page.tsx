import '../../designer/deadlines/deadlines.css';
import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Select, Space, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { fetchDeadlines } from '../../api/deadlines.ts';
import { fetchProgrammes } from '../../api/definitions.ts';
import { ChangeDialog } from '../../designer/deadlines/change-dialog.tsx';
import type { Wish } from '../../designer/deadlines/change-wish.ts';
import { DueCalendar } from '../../designer/deadlines/due-calendar.tsx';
import { DueFigures } from '../../designer/deadlines/due-figures.tsx';
import { DueTables } from '../../designer/deadlines/due-tables.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

/** Running cases follow a change within seconds: so long it is looked for often, in milliseconds. */
const FOLLOWING_FOR = 20_000;
const SOON = 1_500;
const LATER = 60_000;

/** All deadlines on one calendar and in one table, and moving them. */
export const DeadlinesPage = () => {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [begin, setBegin] = useState<Pick<Wish, 'which' | 'period'> | null>(null);
  const [changedAt, setChangedAt] = useState(0);
  const { data: programmes = [] } = useQuery({ queryKey: ['programmes'], queryFn: fetchProgrammes });
  const programme = search.get('programme') ?? programmes[0]?.key;
  const { data: view, error } = useQuery({
    queryKey: ['deadlines', programme],
    queryFn: () => fetchDeadlines(programme ?? ''),
    enabled: programme !== undefined,
    refetchInterval: () => (Date.now() - changedAt < FOLLOWING_FOR ? SOON : LATER),
  });
  return (
    <div className="page">
      <PageHeading title={t('deadlines.title')}>
        <Space wrap>
          {programmes.length > 1 ? (
            <Select
              aria-label={t('deadlines.programme')}
              value={programme ?? null}
              options={programmes.map(({ key, title }) => ({ value: key, label: title }))}
              onChange={(key: string) => {
                setSearch({ programme: key });
              }}
            />
          ) : null}
          <Button
            type="primary"
            disabled={view === undefined || view.deadlines.length === 0}
            onClick={() => {
              setBegin({});
            }}
          >
            {t('deadlines.change')}
          </Button>
        </Space>
      </PageHeading>
      <p className="quiet">{t('deadlines.explain')}</p>
      <ProblemAlert error={error} />
      {view === undefined ? (
        error === null ? (
          <Spin />
        ) : null
      ) : view.deadlines.length === 0 ? (
        <Empty description={t('deadlines.none')}>{t('deadlines.none-help')}</Empty>
      ) : (
        <>
          <DueFigures view={view} />
          <DueCalendar view={view} onChange={setBegin} />
          <DueTables view={view} onChange={setBegin} />
        </>
      )}
      {view === undefined || begin === null ? null : (
        <ChangeDialog
          view={view}
          begin={begin}
          onChanged={() => {
            setChangedAt(Date.now());
          }}
          onClose={() => {
            setBegin(null);
          }}
        />
      )}
    </div>
  );
};
