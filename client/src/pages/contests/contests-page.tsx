import './contests.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Empty, Spin, Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { ContestList } from '#contract/wire/contest.ts';
import { fetchContests, planElection } from '../../api/contests.ts';
import { moment } from '../../ui/dates.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useNow } from '../../ui/use-now.ts';
import { addContestTexts } from './add-contest-texts.ts';

addContestTexts();

type Ready = ContestList['ready'][number];

const ReadyPart = ({ ready }: { ready: Ready[] }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const plan = useMutation({
    mutationFn: (one: Ready) =>
      planElection(one.programme, { case: one.case, ...(one.ballot !== null && { ballot: one.ballot }) }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['contests'] });
      await navigate(`/contests/${id}`);
    },
  });
  const planWords = ({ ballot }: Ready): string => t(ballot === null ? 'contests.jury.plan' : 'contests.plan');
  if (ready.length === 0) return null;
  return (
    <section className="contest-part" aria-labelledby="contests-ready">
      <h2 id="contests-ready">{t('contests.ready')}</h2>
      <p className="quiet">{t('contests.ready-help')}</p>
      <ul className="contest-log">
        {ready.map((one) => (
          <li key={`${one.case} ${one.ballot ?? ''}`} className="contest-ready">
            <span>
              <strong>{one.ballotTitle}</strong>
              <br />
              <span className="quiet">
                {one.caseTitle} · {one.state}
              </span>
            </span>
            <Button
              aria-label={`${planWords(one)} ${one.ballotTitle}`}
              loading={plan.isPending}
              onClick={() => {
                plan.mutate(one);
              }}
            >
              {planWords(one)}
            </Button>
          </li>
        ))}
      </ul>
      <ProblemAlert error={plan.error} />
    </section>
  );
};

const ElectionTable = ({ elections }: { elections: ContestList['elections'] }) => {
  const { t, i18n } = useTranslation();
  return (
    <Table
      rowKey="id"
      size="middle"
      scroll={{ x: 'max-content' }}
      dataSource={elections}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      locale={{
        emptyText: (
          <Empty
            description={
              <>
                <p>{t('contests.none')}</p>
                <p className="quiet">{t('contests.none-help')}</p>
              </>
            }
          />
        ),
      }}
      columns={[
        {
          title: t('contests.name'),
          key: 'title',
          render: (_, { id, title }: ContestList['elections'][number]) => <Link to={`/contests/${id}`}>{title}</Link>,
        },
        { title: t('contests.programme'), dataIndex: 'programmeTitle' },
        {
          title: t('contests.times'),
          key: 'times',
          render: (_, { opens, closes }: ContestList['elections'][number]) =>
            `${moment(opens, i18n.language)} — ${moment(closes, i18n.language)}`,
        },
        {
          title: t('contests.state'),
          key: 'status',
          render: (_, { status, waiting }: ContestList['elections'][number]) => (
            <>
              <Tag>{t(`contests.status.${status}`)}</Tag>
              {waiting === null ? null : <Tag color="gold">{t('contests.waiting-short')}</Tag>}
            </>
          ),
        },
      ]}
    />
  );
};

/** All elections that the person runs, and what could become one. */
export const ContestsPage = () => {
  const { t } = useTranslation();
  useNow();
  const { data, error } = useQuery({ queryKey: ['contests'], queryFn: fetchContests, refetchInterval: 15_000 });
  return (
    <div className="page">
      <PageHeading title={t('contests.title')} />
      <p className="quiet">{t('contests.explain')}</p>
      <ProblemAlert error={error} />
      {data === undefined ? (
        error === null ? (
          <Spin />
        ) : null
      ) : (
        <>
          <ReadyPart ready={data.ready} />
          <ElectionTable elections={data.elections} />
        </>
      )}
    </div>
  );
};
