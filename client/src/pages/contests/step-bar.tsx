import { useTranslation } from 'react-i18next';
import { JURY_STEPS, type Step, STEPS } from './contest-steps.ts';

interface Props {
  step: Step;
  isByJury: boolean;
  /** Everything is done. */
  isOver: boolean;
}

/** The whole way of an election on one line; what is done is ticked, what is next stands out. */
export const StepBar = ({ step, isByJury, isOver }: Props) => {
  const { t } = useTranslation();
  const steps = isByJury ? JURY_STEPS : STEPS;
  const at = isOver ? steps.length : steps.indexOf(step);
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
          <span>{isByJury && one === 'voting' ? t('contests.jury.judging') : t(`contests.step.${one}`)}</span>
        </li>
      ))}
    </ol>
  );
};
