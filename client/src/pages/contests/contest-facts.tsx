import { Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ContestSetting, ContestView } from '#contract/wire/contest.ts';
import { Wide } from '../../ui/wide.tsx';
import { moment } from '../../ui/dates.ts';
import type { ContestPlace } from '../../api/contests.ts';
import { WindowButton } from './window-form.tsx';
import { isByJury } from './contest-steps.ts';
import { ruleWords } from './rule-words.ts';

interface Props {
  view: ContestView;
  setting: ContestSetting | undefined;
}

/** Rules in words, and when. */
export const RulesPart = ({ place, view, setting }: Props & { place: ContestPlace }) => {
  const { t, i18n } = useTranslation();
  return (
    <section className="contest-part" aria-labelledby="contest-rules">
      <h2 id="contest-rules">{t('contests.rules')}</h2>
      <dl className="facts">
        <dt>{t(isByJury(view) ? 'contests.jury.times' : 'contests.times')}</dt>
        <dd>
          {moment(view.opens, i18n.language)} — {moment(view.closes, i18n.language)}{' '}
          {view.isExtended ? <Tag>{t('contests.extended')}</Tag> : null}
          {view.status === 'draft' ? <WindowButton place={place} view={view} /> : null}
        </dd>
        {setting?.case == null ? null : (
          <>
            <dt>{t('contests.case')}</dt>
            <dd>
              <Link to={`/cases/${setting.case.id}`}>{setting.case.title}</Link>（{setting.case.state}）
            </dd>
          </>
        )}
        {view.head0 === null ? null : (
          <>
            <dt>{t('contests.seal')}</dt>
            <dd className="contest-digest">{view.head0}</dd>
          </>
        )}
      </dl>
      <ul className="issue-list">
        {ruleWords({ t, setting }, view.rules).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p className="quiet">{t(view.head0 === null ? 'contests.rules-draft' : 'contests.rules-sealed')}</p>
    </section>
  );
};

/** Who stands for election, in no order that says anything. */
export const CandidatesPart = ({ view, setting }: Props) => {
  const { t } = useTranslation();
  const groups = [...new Set(view.candidates.flatMap((one) => Object.keys(one.groups)))];
  return (
    <section className="contest-part" aria-labelledby="contest-candidates">
      <h2 id="contest-candidates">{t('contests.candidates', { count: view.candidates.length })}</h2>
      <Wide label={t('contests.candidates', { count: view.candidates.length })}>
        <Table
          rowKey="id"
          size="small"
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          dataSource={view.candidates}
          columns={[
            { title: t('contests.entry'), dataIndex: 'title' },
            ...groups.map((key) => ({
              title: key === 'organisation' ? t('contests.organisation') : (setting?.groups[key] ?? key),
              key,
              render: (_: unknown, one: ContestView['candidates'][number]) =>
                (key === 'organisation' ? one.organisation : undefined) ?? one.groups[key] ?? '—',
            })),
          ]}
        />
      </Wide>
    </section>
  );
};

/** Who did what with the election, and who confirmed it. */
export const DonePart = ({ view }: Pick<Props, 'view'>) => {
  const { t, i18n } = useTranslation();
  if (view.done.length === 0) return null;
  return (
    <section className="contest-part" aria-labelledby="contest-done">
      <h2 id="contest-done">{t('contests.done')}</h2>
      <ul className="contest-log">
        {view.done.map(({ action, by, confirmedBy, at }) => (
          <li key={`${action} ${at}`}>
            <Tag>{t(`contests.action.${action}`)}</Tag>
            {t('contests.done-by', { by, confirmedBy })} <span className="quiet">{moment(at, i18n.language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
