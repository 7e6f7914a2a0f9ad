import { useTranslation } from 'react-i18next';
import type { ContestView } from '#contract/wire/contest.ts';
import { isByJury, type Step, stepsOf } from './contest-steps.ts';

interface Props {
  step: Step;
  view: ContestView;
}

/** The whole way of an election on one line; what is done is ticked, what is next stands out. */
export const StepBar = ({ step, view }: Props) => {
  const { t } = useTranslation();
  const steps = stepsOf(view);
  const at = view.status === 'certified' ? steps.length : steps.indexOf(step);
  return (
    <ol className="contest-steps" aria-label={t('contests.way')}>
      {steps.map((one, n) => (
        <li
          key={one}
          className={n < at ? 'step-done' : n === at ? 'step-now' : 'step-later'}
          aria-current={n === at ? 'step' : undefined}
        >
          <span className="step-sign" aria-hidden>
            {n < at ? '✓' : n + 1}
          </span>
          <span>{isByJury(view) && one === 'voting' ? t('contests.jury.judging') : t(`contests.step.${one}`)}</span>
        </li>
      ))}
    </ol>
  );
};
