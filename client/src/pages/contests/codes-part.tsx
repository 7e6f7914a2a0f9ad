import { Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestSetting, ContestView } from '#contract/wire/contest.ts';
import type { ContestPlace } from '../../api/contests.ts';
import { IssueForm } from './issue-form.tsx';
import { MailPart } from './mail-part.tsx';
import { RollForm } from './roll-form.tsx';
import { RevokeForm } from './revoke-form.tsx';
import type { Slip } from './slip.ts';
import { Slips } from './slips.tsx';

interface Props {
  place: ContestPlace;
  view: ContestView;
  setting: ContestSetting | undefined;
}

/** Who may vote: so many codes in each batch, and nobody's name beside one. */
export const CodesPart = ({ place, view, setting }: Props) => {
  const { t } = useTranslation();
  const [slips, setSlips] = useState<Slip[]>([]);
  const total = view.batches.reduce((sum, { codes }) => sum + codes, 0);
  return (
    <section className="contest-part" aria-labelledby="contest-codes">
      <h2 id="contest-codes">
        {view.channel === 'open' ? t('contests.electorate-open') : t('contests.electorate', { count: total })}
      </h2>
      <p className="quiet">{t(view.channel === 'open' ? 'contests.open-help' : 'contests.electorate-help')}</p>
      {view.batches.length === 0 ? null : (
        <Table
          rowKey="batch"
          size="small"
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          dataSource={view.batches}
          columns={[
            { title: t('contests.batch'), dataIndex: 'batch' },
            { title: t('contests.codes'), dataIndex: 'codes', align: 'right' },
          ]}
        />
      )}
      {view.status === 'draft' && view.channel === 'accounts' ? <RollForm place={place} hasRoll={total > 0} /> : null}
      {view.status === 'draft' && view.channel === 'codes' ? (
        <div className="contest-columns">
          <IssueForm place={place} onIssued={setSlips} />
          <MailPart place={place} canMail={setting?.canMail === true} />
        </div>
      ) : null}
      {view.channel !== 'open' && (view.status === 'sealed' || view.status === 'open') ? (
        <RevokeForm place={place} onIssued={setSlips} />
      ) : null}
      {slips.length === 0 ? null : (
        <Slips
          view={view}
          slips={slips}
          onClose={() => {
            setSlips([]);
          }}
        />
      )}
    </section>
  );
};
