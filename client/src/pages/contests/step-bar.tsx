import { useTranslation } from 'react-i18next';
import { type Step, STEPS } from './contest-steps.ts';

interface Props {
  step: Step;
  /** Everything is done. */
  isOver: boolean;
}

/** The whole way of an election on one line; what is done is ticked, what is next stands out. */
export const StepBar = ({ step, isOver }: Props) => {
  const { t } = useTranslation();
  const at = isOver ? STEPS.length : STEPS.indexOf(step);
  return (
    <ol className="contest-steps" aria-label={t('contests.way')}>
      {STEPS.map((one, n) => (
        <li
          key={one}
          className={n < at ? 'step-done' : n === at ? 'step-now' : 'step-later'}
          aria-current={n === at ? 'step' : undefined}
        >
          <span className="step-sign" aria-hidden>
            {n < at ? '✓' : n + 1}
          </span>
          <span>{t(`contests.step.${one}`)}</span>
        </li>
      ))}
    </ol>
  );
};
