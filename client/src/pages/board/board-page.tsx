import './board.css';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Checkbox, Empty, Input, Select, Space, Spin, Statistic } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { fetchBoard, fetchProgrammes } from '../../api/definitions.ts';
import { may, useSession } from '../../api/use-session.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { BoardTable } from './board-table.tsx';
import { ChaseDialog, owedIn } from './chase-dialog.tsx';
import { Legend } from './cell-look.tsx';
import { ExportDialog } from './export-dialog.tsx';

/** Who may take out what was handed in; the server asks for the same. */
const EXPORTERS = ['cases.read', 'cases.review', 'exports.personal'] as const;

/** Who has reported, who has not, who is late: organisations × forms × periods in colours. */
export const BoardPage = () => {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const [chasing, setChasing] = useState(false);
  const [exporting, setExporting] = useState(false);
  const { data: session } = useSession();
  const { data: programmes = [] } = useQuery({ queryKey: ['programmes'], queryFn: fetchProgrammes });
  const programme = search.get('programme') ?? programmes[0]?.key;
  const workflow = search.get('workflow');
  const { data: board, error } = useQuery({
    queryKey: ['board', programme],
    queryFn: () => fetchBoard(programme ?? ''),
    enabled: programme !== undefined,
    refetchInterval: 30_000,
  });
  const chosen = programmes.find(({ key }) => key === programme);
  const columns = board?.columns.filter((column) => workflow === null || column.workflow === workflow) ?? [];
  const rows = (board?.rows ?? []).filter(
    (row) =>
      row.title.includes(text) &&
      columns.some(({ key }) => row.cells[key] !== undefined) &&
      (!missing || columns.some(({ key }) => row.cells[key]?.overdue ?? false)),
  );
  const owed = owedIn(rows, columns, missing);
  return (
    <div className="page">
      <PageHeading title={t('board.title')}>
        <Space wrap>
          {programmes.length > 1 ? (
            <Select
              aria-label={t('board.programme')}
              value={programme ?? null}
              options={programmes.map(({ key, title }) => ({ value: key, label: title }))}
              onChange={(key: string) => {
                setSearch({ programme: key });
              }}
            />
          ) : null}
          <Select
            aria-label={t('case.form')}
            style={{ minWidth: 240 }}
            allowClear
            placeholder={t('review.any-form')}
            value={workflow}
            options={
              chosen?.workflows
                .filter(({ per }) => per.includes('organisation'))
                .map(({ key, title }) => ({ value: key, label: title })) ?? []
            }
            onChange={(key: string | undefined) => {
              setSearch({
                ...(programme === undefined ? {} : { programme }),
                ...(key === undefined ? {} : { workflow: key }),
              });
            }}
          />
          <Input
            allowClear
            placeholder={t('board.search')}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
            }}
          />
          <Checkbox
            checked={missing}
            onChange={(event) => {
              setMissing(event.target.checked);
            }}
          >
            {t('board.only-overdue')}
          </Checkbox>
          {may(session, ...EXPORTERS) ? (
            <Button
              disabled={(chosen?.workflows.length ?? 0) === 0}
              onClick={() => {
                setExporting(true);
              }}
            >
              {t('board.export-open')}
            </Button>
          ) : null}
          {may(session, 'notices.send') ? (
            <Button
              type="primary"
              disabled={owed.length === 0}
              onClick={() => {
                setChasing(true);
              }}
            >
              {t('board.chase')}
            </Button>
          ) : null}
        </Space>
      </PageHeading>
      <ProblemAlert error={error} />
      {board === undefined ? (
        <Spin />
      ) : (
        <>
          <div className="figures">
            {(['due', 'reported', 'overdue', 'late', 'accepted'] as const).map((key) => (
              <Card key={key} size="small">
                <Statistic title={t(`board.count.${key}`)} value={board.counts[key]} />
              </Card>
            ))}
          </div>
          <Legend />
          {rows.length === 0 ? <Empty description={t('board.empty')} /> : <BoardTable columns={columns} rows={rows} />}
        </>
      )}
      {exporting && chosen !== undefined ? (
        <ExportDialog
          programme={chosen}
          workflow={workflow}
          whole={may(session, 'exports.personal')}
          onClose={() => {
            setExporting(false);
          }}
        />
      ) : null}
      {chasing ? (
        <ChaseDialog
          owed={owed}
          onClose={() => {
            setChasing(false);
          }}
        />
      ) : null}
    </div>
  );
};
