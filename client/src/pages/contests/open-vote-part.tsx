import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ContestView } from '#contract/wire/contest.ts';
import type { TallyResult } from '#contract/wire/contest-tally.ts';
import { limitWords } from './rule-words.ts';

/** How many ballots of an open vote each sealed limit set apart: totals alone, and only once they were counted. */
export const OpenVotePart = ({ view, result }: { view: ContestView; result: TallyResult }) => {
  const { t } = useTranslation();
  const { quarantined } = result;
  if (quarantined === undefined) return null;
  const limits = limitWords(t, view.rules);
  return (
    <section className="contest-part" aria-labelledby="contest-apart">
      <h2 id="contest-apart">{t('contests.open.title')}</h2>
      <p className="quiet">{t('contests.open.help')}</p>
      {limits.length === 0 ? (
        <p>{t('contests.open.no-limits')}</p>
      ) : (
        <Table
          rowKey="reason"
          size="small"
          pagination={false}
          dataSource={limits}
          columns={[
            { title: t('contests.open.rule'), dataIndex: 'words' },
            {
              title: t('contests.open.apart'),
              key: 'apart',
              align: 'right',
              render: (_, { reason }) => quarantined.reasons[reason] ?? 0,
            },
          ]}
        />
      )}
    </section>
  );
};
