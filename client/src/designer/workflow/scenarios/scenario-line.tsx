import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { ScenarioReport } from '#contract/wire/design.ts';

export type PlayedScenario = ScenarioReport['scenarios'][number];

interface Props {
  scenario: PlayedScenario;
  isChosen: boolean;
  onChoose: () => void;
}

/** The step at which a scenario first went another way. */
const failedStep = ({ findings }: PlayedScenario): number | null => {
  const step = findings.find(({ path }) => path[0] === 'steps')?.path[1];
  return typeof step === 'number' ? step + 1 : null;
};

/** A scenario with its tick, or with what went wrong first. */
export const ScenarioLine = ({ scenario, isChosen, onChoose }: Props) => {
  const { t, i18n } = useTranslation();
  const tag = i18n.language === 'en' ? 'en' : 'zh-CN';
  const [first] = scenario.findings;
  const step = failedStep(scenario);
  return (
    <button type="button" className="scenario-line" aria-current={isChosen ? 'true' : undefined} onClick={onChoose}>
      {scenario.passed ? (
        <CheckCircleFilled className="scenario-good" aria-label={t('scenario.passed')} />
      ) : (
        <CloseCircleFilled className="scenario-bad" aria-label={t('scenario.failed')} />
      )}
      <span>
        {scenario.title === '' ? scenario.key : scenario.title}
        {scenario.passed || first === undefined ? null : (
          <span className="scenario-why">
            {step === null ? '' : t('scenario.at-step', { step })}
            {first.message[tag]}
          </span>
        )}
      </span>
    </button>
  );
};
