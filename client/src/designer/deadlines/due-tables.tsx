import { DownloadOutlined } from '@ant-design/icons';
import { Button, Grid, Segmented, Select, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadlinesView } from '#contract/wire/deadline.ts';
import { downloadCsv } from '../../ui/csv.ts';
import { keyOf, type Wish } from './change-wish.ts';
import { DeadlineCards } from './deadline-cards.tsx';
import { deadlineRows, isShown, type RowFilter } from './deadline-rows.ts';
import { deadlineSheet } from './deadline-sheet.ts';
import { DeadlineTable } from './deadline-table.tsx';
import { ExtensionTable } from './extension-table.tsx';
import { workflowColours } from './workflow-colours.ts';

interface Props {
  view: DeadlinesView;
  onChange: (begin: Pick<Wish, 'which' | 'period'>) => void;
}

const Deadlines = ({ view, onChange }: Props) => {
  const { t, i18n } = useTranslation();
  const isWide = Grid.useBreakpoint().md ?? true;
  const [filter, setFilter] = useState<RowFilter>('all');
  const [workflow, setWorkflow] = useState<string | null>(null);
  const rows = deadlineRows(view).filter((row) => isShown(row, filter, workflow));
  const titles = new Map(view.deadlines.map((one) => [one.workflow, one.workflowTitle]));
  const List = isWide ? DeadlineTable : DeadlineCards;
  return (
    <>
      <div className="due-tools">
        <Select
          aria-label={t('deadlines.workflow')}
          allowClear
          style={{ minWidth: 240 }}
          placeholder={t('deadlines.any-workflow')}
          value={workflow}
          options={[...titles].map(([value, label]) => ({ value, label }))}
          onChange={(key: string | null | undefined) => {
            setWorkflow(key ?? null);
          }}
        />
        <Segmented
          value={filter}
          options={(['all', 'open', 'overdue'] as const).map((value) => ({
            value,
            label: t(`deadlines.filter.${value}`),
          }))}
          onChange={setFilter}
        />
        <Button
          icon={<DownloadOutlined />}
          onClick={() => {
            downloadCsv(t('deadlines.title'), deadlineSheet(rows, { t, language: i18n.language }, view.zone));
          }}
        >
          {t('deadlines.export')}
        </Button>
      </div>
      <List
        rows={rows}
        zone={view.zone}
        colours={workflowColours(view)}
        onChange={({ deadline, period }) => {
          onChange({ which: keyOf(deadline), ...(period === null ? {} : { period: period.key }) });
        }}
      />
    </>
  );
};

/** One table over all workflows and periods, and the record of extensions. */
export const DueTables = ({ view, onChange }: Props) => {
  const { t } = useTranslation();
  return (
    <Tabs
      items={[
        { key: 'deadlines', label: t('deadlines.table'), children: <Deadlines view={view} onChange={onChange} /> },
        {
          key: 'extensions',
          label: `${t('deadlines.extensions')}（${String(view.extensions.length)}）`,
          children: <ExtensionTable view={view} />,
        },
      ]}
    />
  );
};
