import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ScenarioReport } from '#contract/wire/design.ts';
import { useDesk } from '../desk-context.ts';
import { stateTitle, transitionTitle } from '../names.ts';
import { useEventName } from '../use-event-name.ts';

type Coverage = ScenarioReport['coverage'][string];

const shareOf = ({ covered, missed }: { covered: string[]; missed: string[] }): number => {
  const all = covered.length + missed.length;
  return all === 0 ? 100 : Math.round((100 * covered.length) / all);
};

/** How much of the workflow the scenarios come to, and what they leave out. */
export const CoverageLine = ({ coverage }: { coverage: Coverage }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const eventName = useEventName();
  const { states, actions } = coverage;
  const actionName = (name: string): string => {
    const [state = '', action = ''] = name.split('.');
    return `${stateTitle(desk, state)} · ${transitionTitle(desk, { state, name: action, eventName })}`;
  };
  const missed = [...states.missed.map((key) => stateTitle(desk, key)), ...actions.missed.map(actionName)];
  return (
    <div className="coverage">
      <div>
        {t('scenario.states-covered', {
          done: states.covered.length,
          all: states.covered.length + states.missed.length,
        })}
        <Progress percent={shareOf(states)} size="small" aria-label={t('workflow.states')} />
      </div>
      <div>
        {t('scenario.actions-covered', {
          done: actions.covered.length,
          all: actions.covered.length + actions.missed.length,
        })}
        <Progress percent={shareOf(actions)} size="small" aria-label={t('workflow.action')} />
      </div>
      {missed.length === 0 ? null : (
        <p className="quiet">{t('scenario.missed', { names: missed.join(t('workflow.comma')) })}</p>
      )}
    </div>
  );
};
