import { at, isRecord } from '../../yaml/read-yaml.ts';
import type { WorkflowDesk } from '../desk-context.ts';
import { actionChoices, taskChoices } from '../entries.ts';
import { actorChoices, deadlineChoices, keysAt } from '../names.ts';

/** What a step can be: a deed of somebody, something that happens by itself, or the clock. */
export const STEP_SORTS = [
  'do',
  'advance_to',
  'advance',
  'claim',
  'finish',
  'recuse',
  'open',
  'close',
  'ballot',
  'tally',
  'extend',
  'exempt',
] as const;
export type StepSort = (typeof STEP_SORTS)[number];

export const stepSort = (step: unknown): StepSort =>
  STEP_SORTS.find((sort) => isRecord(step) && step[sort] !== undefined) ?? 'do';

/** Nobody does these. */
const BY_ITSELF: readonly StepSort[] = ['advance_to', 'advance', 'ballot', 'tally'];
export const isDeed = (sort: StepSort): boolean => !BY_ITSELF.includes(sort);

/** Words that mean something with these sorts alone. */
const ONLY_WITH: Record<string, readonly StepSort[]> = {
  row: ['claim', 'finish', 'recuse'],
  outcome: ['finish'],
  votes: ['ballot'],
  used: ['ballot'],
  codes: ['ballot'],
  form: ['do'],
  reasons: ['do'],
  proxy: ['do'],
};

/** The step turned into one of another sort, with what it keeps of its words. */
export const turnedStep = (
  step: unknown,
  sort: StepSort,
  { scenario, workflow }: { scenario: unknown; workflow: WorkflowDesk },
): Record<string, unknown> => {
  const given = at(scenario, ['given', 'now']);
  const now = typeof given === 'string' ? given : '2026-01-01T09:00';
  const [task] = taskChoices(workflow);
  const [matter = 'objection'] = keysAt(workflow.workflow, ['matters']);
  const [ballot = 'ballot'] = keysAt(workflow.workflow, ['ballots']);
  const deadline = deadlineChoices(workflow)[0]?.value ?? 'report';
  const fresh: Record<StepSort, unknown> = {
    do: actionChoices(workflow.workflow, workflow.language)[0]?.value ?? 'submit',
    advance_to: now,
    advance: 'P1D',
    claim: task?.value ?? 'review',
    finish: task?.value ?? 'review',
    recuse: task?.value ?? 'review',
    open: matter,
    close: matter,
    ballot,
    tally: {},
    extend: { deadline, to: now.slice(0, 10) },
    exempt: true,
  };
  const kept = Object.entries(isRecord(step) ? step : {}).filter(
    ([word]) =>
      !(STEP_SORTS as readonly string[]).includes(word) &&
      (ONLY_WITH[word]?.includes(sort) ?? true) &&
      (isDeed(sort) || word === 'expect' || word === 'period'),
  );
  const isManned = !isDeed(sort) || kept.some(([word]) => word === 'as');
  const actor = isManned ? {} : { as: actorChoices(workflow)[0]?.value ?? '' };
  return { [sort]: fresh[sort], ...actor, ...Object.fromEntries(kept) };
};
