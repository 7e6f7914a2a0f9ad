import type { Scenario } from '#contract/definition/scenario.ts';
import { addDays, dayAt, instantAt, localTime } from '#engine/calendar.ts';
import type { Organisation } from '#engine/case.ts';
import type { Model } from '#engine/model.ts';
import { periodsFor } from '#engine/period.ts';

/** Days named by deadlines: the walk begins a week before the first. */
const fixedDays = ({ workflow }: Model): string[] =>
  Object.values(workflow.deadlines ?? {}).flatMap((deadline) =>
    [deadline, ...Object.values(deadline.for ?? {})].flatMap(({ on }) => (on === undefined ? [] : [on])),
  );

/** When a walk begins by itself: as the first window opens, else a week before the first fixed date, else now. */
const firstMoment = (model: Model, kinds: readonly string[], now: number): string => {
  const [period] = periodsFor(model.workflow, kinds, model.calendar);
  if (period !== undefined) return `${period.from}T09:00`;
  const [first] = fixedDays(model).sort();
  if (first !== undefined) return `${addDays(first, -7)}T09:00`;
  return localTime(instantAt(dayAt(now, model.programme.zone), '09:00', model.programme.zone), model.programme.zone);
};

/** The kinds of organisation that can be played: those of the audience, else all. */
export const playableKinds = ({ workflow, programme }: Model): string[] =>
  workflow.subject.per.includes('programme')
    ? []
    : (workflow.subject.audience?.kinds ?? Object.keys(programme.organisation_kinds));

/** What a walk begins with: the organisation that is played, and the moment that suits it. */
export const givenFor = (
  model: Model,
  organisation: Scenario['given']['organisation'],
  { organisations, now }: { organisations: readonly Organisation[]; now: number },
): Scenario['given'] => {
  const named = organisations.find(({ code }) => code === organisation?.code);
  const kinds = named?.kinds ?? (organisation?.kind === undefined ? [] : [organisation.kind]);
  return { now: firstMoment(model, kinds, now), ...(organisation === undefined ? {} : { organisation }) };
};
