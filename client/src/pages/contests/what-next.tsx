import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ContestSetting, ContestView } from '#contract/wire/contest.ts';
import type { TallyView } from '#contract/wire/contest-tally.ts';
import type { ContestPlace } from '../../api/contests.ts';
import { Countdown } from './countdown.tsx';
import { CountNow } from './count-now.tsx';
import { ExtendOrVoid } from './extend-or-void.tsx';
import { ProposeButton } from './propose-button.tsx';
import { SeedForm } from './seed-form.tsx';
import { isByJury, type Step } from './contest-steps.ts';
import { WaitingCard } from './waiting-card.tsx';

interface Props {
  place: ContestPlace;
  view: ContestView;
  setting: ContestSetting | undefined;
  last: TallyView | undefined;
  step: Step;
}

/** Steps that begin with one person's proposal. */
const PROPOSED: Partial<Record<Step, 'seal' | 'open' | 'certify'>> = {
  seal: 'seal',
  open: 'open',
  publicity: 'certify',
};

const Doing = ({ place, view, setting, last, step }: Props) => {
  const { t } = useTranslation();
  const action = PROPOSED[step];
  if (view.waiting !== null) return null;
  if (action !== undefined)
    return (
      <>
        {action === 'open' && setting?.case?.isVoting === false ? (
          <Alert type="info" showIcon title={t('contests.not-voting-yet', { state: setting.case.state })} />
        ) : null}
        <ProposeButton place={place} action={action} />
      </>
    );
  if (step === 'closed') return <SeedForm place={place} />;
  if (step === 'count') return <CountNow place={place} view={view} last={last} />;
  return null;
};

const JURY_HELP: readonly string[] = ['seal', 'voting', 'closed', 'count'];

/** The one thing to do now, with what it needs. */
export const WhatNext = (props: Props) => {
  const { t } = useTranslation();
  const { place, view, setting, step } = props;
  const help = view.status === 'void' || view.status === 'certified' ? view.status : step;
  return (
    <section className="contest-part contest-next" aria-labelledby="contest-next">
      <h2 id="contest-next">{t('contests.next')}</h2>
      <p>{t(isByJury(view) && JURY_HELP.includes(help) ? `contests.jury.next.${help}` : `contests.next.${help}`)}</p>
      {step === 'open' ? <Countdown place={place} until={view.opens} label={t('contests.opens')} /> : null}
      {step === 'voting' && !isByJury(view) ? (
        <Countdown place={place} until={view.closes} label={t('contests.closes')} />
      ) : null}
      <div className="contest-stack">
        <WaitingCard place={place} view={view} setting={setting} />
        <Doing {...props} />
        {view.waiting === null ? <ExtendOrVoid place={place} view={view} /> : null}
      </div>
    </section>
  );
};
