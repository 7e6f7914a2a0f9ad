import './contests.css';
import { useQuery } from '@tanstack/react-query';
import { Empty, Spin, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type ContestPlace, fetchContests } from '../../api/contests.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { addContestTexts } from './add-contest-texts.ts';
import { CodesPart } from './codes-part.tsx';
import { CandidatesPart, DonePart, RulesPart } from './contest-facts.tsx';
import { isByJury, stepOf } from './contest-steps.ts';
import { FlagsPart } from './flags-part.tsx';
import { OpenVotePart } from './open-vote-part.tsx';
import { PapersPart } from './papers-part.tsx';
import { ResultPart } from './result-part.tsx';
import { StepBar } from './step-bar.tsx';
import { TalliesPart } from './tallies-part.tsx';
import { useContest } from './use-contest.ts';
import { WhatNext } from './what-next.tsx';

addContestTexts();

const Contest = ({ place }: { place: ContestPlace }) => {
  const { t } = useTranslation();
  const { view: found, setting: around, tallies: counts } = useContest(place);
  const { data: view } = found;
  const { data: setting } = around;
  const tallies = counts.data ?? [];
  if (view === undefined) return found.error === null ? <Spin /> : <ProblemAlert error={found.error} />;
  const last = tallies.at(-1);
  const step = stepOf(view, last);
  const isEnded = ['closed', 'certified', 'void'].includes(view.status);
  return (
    <>
      <PageHeading title={view.title}>
        <span>
          <Tag>{t(`contests.status.${view.status}`)}</Tag> <Link to="/contests">{t('contests.to-list')}</Link>
        </span>
      </PageHeading>
      <p className="quiet">{setting?.programme}</p>
      {view.status === 'void' ? null : <StepBar step={step} view={view} />}
      <WhatNext place={place} view={view} setting={setting} last={last} step={step} />
      {last === undefined ? null : <ResultPart view={view} setting={setting} tally={last} />}
      {last === undefined ? null : <OpenVotePart view={view} result={last.result} />}
      {last === undefined ? null : <PapersPart place={place} view={view} last={last} />}
      <TalliesPart place={place} view={view} tallies={tallies} />
      {isEnded && !isByJury(view) ? <FlagsPart place={place} /> : null}
      {isByJury(view) ? null : <CodesPart place={place} view={view} setting={setting} />}
      <RulesPart place={place} view={view} setting={setting} />
      <CandidatesPart view={view} setting={setting} />
      <DonePart view={view} />
    </>
  );
};

/** Running one election: the page says at any time what comes next, and who may do it. */
export const ContestPage = () => {
  const { t } = useTranslation();
  const { election = '' } = useParams();
  const { data, error } = useQuery({ queryKey: ['contests'], queryFn: fetchContests });
  const found = data?.elections.find(({ id }) => id === election);
  return (
    <div className="page contest-page">
      <ProblemAlert error={error} />
      {data === undefined && error === null ? <Spin /> : null}
      {data !== undefined && found === undefined ? (
        <Empty description={t('contests.missing')}>
          <Link to="/contests">{t('contests.to-list')}</Link>
        </Empty>
      ) : null}
      {found === undefined ? null : <Contest place={{ programme: found.programme, election }} />}
    </div>
  );
};
