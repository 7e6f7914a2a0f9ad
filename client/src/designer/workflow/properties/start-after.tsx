import { useTranslation } from 'react-i18next';
import { at } from '../../yaml/read-yaml.ts';
import { useDesk } from '../desk-context.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { deadlineChoices, stateChoices } from '../names.ts';
import { useEventName } from '../use-event-name.ts';

const PATH = ['start', 'after'] as const;

/** The case of another workflow that one begins after, and what must have come of it. */
export const StartAfterProperties = () => {
  const { t } = useTranslation();
  const desk = useDesk();
  const eventName = useEventName();
  const { surroundings, language } = desk;
  const others = (surroundings.workflows ?? []).filter(({ value }) => value !== desk.workflow['key']);
  const named = surroundings.named?.[String(at(desk.workflow, [...PATH, 'workflow']))];
  const workflow = typeof named === 'object' && named !== null ? { ...named } : {};
  const other = { workflow, language, surroundings };
  const events = [
    ...stateChoices(other).map(({ value, label }) => ({ value, label: t('workflow.notice.enter', { name: label }) })),
    { value: '@tasks.done', label: eventName('tasks', '') },
    ...deadlineChoices(other).flatMap(({ value, label }) => [
      { value: `@due.${value}`, label: eventName('due', label) },
      { value: `@late.${value}`, label: eventName('late', label) },
    ]),
  ];
  return (
    <div className="entry">
      <ChoiceProperty path={[...PATH, 'workflow']} label={t('workflow.start-workflow')} choices={others} />
      <ChoiceProperty path={[...PATH, 'on']} label={t('workflow.start-on')} choices={events} />
    </div>
  );
};
