import type { Scenario, ScenarioStep } from '../contract/definition/scenario.ts';
import { actionsNamed, actionsOf } from './action.ts';
import { dayAt, instantOfLocal } from './calendar.ts';
import type { Organisation } from './case.ts';
import type { Command, FormIssue, GivenMarks, Person } from './command.ts';
import { isRecord, type Data } from './data.ts';
import { timeFrameOf } from './deadline.ts';
import { lastDayOf, type FormFacts } from './environment-values.ts';
import type { Sentence } from './expression-problem.ts';
import { generateMissing } from './form/generate.ts';
import { withRowIds } from './form/row-id.ts';
import { subjectsOf } from './judging/subjects.ts';
import type { Model } from './model.ts';
import type { Outcome } from './outcome.ts';
import { organisationOf, personFor } from './scenario-cast.ts';
import { countedIn, ended } from './scenario-contest.ts';
import { type Aftermath, disappointments } from './scenario-expect.ts';
import { entriesOf } from './scenario-gather.ts';

import { playMatter } from './scenario-matter.ts';
import { NO_FACTS } from './situation.ts';
import { advance, factsFor, give, playedIn, withPlayed, worldOf, type Played, type World } from './scenario-world.ts';
import { moveDue } from './workday.ts';

/** What a scenario is played with beside the model. */
export interface Stage {
  /** The form's rules as the server applies them: values normalised and computed, and everything that is wrong with them. */
  check: (data: Data, facts: FormFacts) => { data: Data; issues: FormIssue[] };
  /** The programme's organisations, for scenarios that name one by its code. */
  organisations?: readonly Organisation[];
}

/** Something that a scenario expected and that did not happen. The path leads into the scenario. */
interface ScenarioProblem {
  path: (string | number)[];
  message: Sentence;
}

export interface ScenarioReport {
  key: string;
  problems: ScenarioProblem[];
  /** States that were reached, and actions of people that were taken, as `state.action`. */
  covered: string[];
}

/** Plays a scenario step by step and compares. It goes on after a disappointment, so that all of them are told. */
export const playScenario = (model: Model, scenario: Scenario, stage: Stage): ScenarioReport => {
  const played = withParams(model, scenario.given.params);
  const organisation = organisationOf(played, scenario.given.organisation, stage.organisations ?? []);
  const now = instantOfLocal(scenario.given.now, model.programme.zone);
  const { data = {}, entries } = scenario.given;
  const begun = worldOf(played, { now, organisation, data, entries: entriesOf(played, entries) });
  let world = advance(begun, now);
  const problems: ScenarioProblem[] = [];
  scenario.steps.forEach((step, index) => {
    const result = playStep({ ...world, told: [] }, { step, scenario, stage });
    world = result.world;
    problems.push(...result.problems.map((problem) => ({ ...problem, path: ['steps', index, ...problem.path] })));
  });
  return { key: scenario.key, problems, covered: [...new Set(world.covered)] };
};

/** Actions of people and states that none of the scenarios of a workflow came to. */
export const uncovered = (
  model: Model,
  reports: readonly ScenarioReport[],
): { states: string[]; actions: string[] } => {
  const covered = new Set(reports.flatMap((report) => report.covered));
  const states = Object.entries(model.workflow.states);
  const actions = states.flatMap(([key, state]) => actionsOf(state).map(([action]) => `${key}.${action}`));
  return {
    states: states.map(([key]) => key).filter((key) => !covered.has(key)),
    actions: actions.filter((action) => !covered.has(action)),
  };
};

const withParams = (model: Model, given: Scenario['given']['params'] = {}): Model => {
  const replace = <Holder extends { params?: Model['workflow']['params'] }>(holder: Holder): Holder => {
    const params = Object.entries(holder.params ?? {}).map(([key, param]) => {
      const value = given[key];
      const isValue = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
      return [key, isValue ? { ...param, value } : param];
    });
    return holder.params === undefined
      ? holder
      : { ...holder, params: Object.fromEntries(params) as NonNullable<Holder['params']> };
  };
  if (Object.keys(given).length === 0) return model;
  return { ...model, workflow: replace(model.workflow), programme: replace(model.programme) };
};

interface Play {
  step: ScenarioStep;
  scenario: Scenario;
  stage: Stage;
}

interface Result {
  world: World;
  problems: ScenarioProblem[];
}

const trouble = (world: World, path: string, zh: string, en: string): Result => ({
  world,
  problems: [{ path: [path], message: { 'zh-CN': zh, en } }],
});

const playStep = (before: World, play: Play): Result => {
  const { step } = play;
  const to = timeOf(before, step);
  if (to < before.now) return trouble(before, 'advance_to', '时间只能向前', 'Time only goes forward');
  const world = advance(before, to);
  const chosen = chosenCase(world, play);
  if (chosen === undefined) {
    return trouble(world, 'period', '没有这个报送周期', 'There is no such period for this organisation');
  }
  const person = step.as === undefined ? null : castFor(world, chosen, step);
  if (step.as !== undefined && person === null) {
    return trouble(world, 'as', `没有参与者 ${step.as}`, `There is no actor ${step.as} for this organisation`);
  }
  if (step.ballot !== undefined || step.tally !== undefined) return playContest(world, chosen, step);
  const acted = act(world, chosen, { play, person });
  const settled = advance(acted.world, acted.world.now);
  const after = { ...acted, world: settled, played: playedIn(settled, chosen.case.id) ?? chosen };
  return { world: settled, problems: problemsIn(step, after) };
};

/** An election of the case ends, or is counted, and the case is told. */
const playContest = (world: World, chosen: Played, step: ScenarioStep): Result => {
  const contest = { model: world.model, data: chosen.data, entries: chosen.gathered };
  const held = step.tally === undefined ? null : countedIn(contest, step, chosen.ended);
  const closed = step.tally === undefined ? ended(contest, step, chosen.case.state) : null;
  const failed = held?.ok === false ? held : closed?.ok === false ? closed : null;
  if (failed !== null) return { world, problems: [{ path: [failed.word], message: failed.message }] };
  const kept =
    closed?.ok === true ? withPlayed(world, { ...chosen, ended: [...chosen.ended, closed.value.ended] }) : world;
  const command = closed?.ok === true ? closed.value.command : held?.ok === true ? held.value.command : null;
  const now = playedIn(kept, chosen.case.id) ?? chosen;
  const facts = factsFor(kept, now, { person: null });
  const given = command === null ? { world: kept, outcome: null } : give(kept, now.case.id, { command, facts });
  const settled = advance(given.world, given.world.now);
  const played = playedIn(settled, now.case.id) ?? now;
  const after = {
    ...given,
    world: settled,
    played,
    issues: [],
    counted: held?.ok === true ? held.value.counted : null,
  };
  return { world: settled, problems: problemsIn(step, after) };
};

const problemsIn = (step: ScenarioStep, after: Aftermath): ScenarioProblem[] =>
  disappointments(step.expect ?? {}, after).map(({ word, message }) => ({
    path: ['expect', ...word.split('.')],
    message,
  }));

const timeOf = ({ model, now }: World, { advance_to: to, advance: by }: ScenarioStep): number => {
  if (to !== undefined) return instantOfLocal(to, model.programme.zone);
  return by === undefined ? now : moveDue(now, by, timeFrameOf(model));
};

/** The period that is named, else the one of the whole scenario, else the last whose window is open. */
const chosenCase = (world: World, { step, scenario }: Play): Played | undefined => {
  const key = step.period ?? scenario.given.period;
  if (key !== undefined) return world.cases.find((one) => one.case.period?.key === key);
  return world.cases.findLast((one) => one.case.status !== 'upcoming') ?? world.cases[0];
};

const castFor = ({ model }: World, { case: current }: Played, { as = '', person }: ScenarioStep): Person | null =>
  personFor(model, current.organisation, { actor: as, id: person ?? as });

const merged = (data: Data, given: Data): Data => ({
  ...data,
  ...Object.fromEntries(
    Object.entries(given).map(([key, value]) => {
      const before = data[key];
      return [key, isRecord(before) && isRecord(value) ? merged(before, value) : value];
    }),
  ),
});

interface Acted {
  world: World;
  outcome: Outcome | null;
  issues: FormIssue[];
}

const act = (before: World, chosen: Played, { play, person }: { play: Play; person: Person | null }): Acted => {
  const { step, stage } = play;
  const drafted = { ...chosen, data: merged(chosen.data, step.form ?? {}) };
  const world = withPlayed(before, drafted);
  if (step.open !== undefined || step.close !== undefined)
    return { ...playMatter(world, drafted, { step, person }), issues: [] };
  const command = commandFor(world, drafted, step);
  if (command === null) return { world, outcome: null, issues: [] };
  const isSubmit =
    command.type === 'act' && actionsNamed(world.model.workflow, command.action).some(({ kind }) => kind === 'submit');
  const written = isSubmit ? filled(world, drafted, { stage, person }) : { data: drafted.data, issues: [] };
  const { issues } = written;
  const data = isSubmit ? withRowIds(world.model, written.data, rowIdMaker()) : written.data;
  const facts = { ...factsFor(world, drafted, { person, issues }), data };
  return { ...give(world, drafted.case.id, { command, facts }), issues };
};

/** Ids of rows that a scenario writes without any: the same at every play. */
const rowIdMaker = (): (() => string) => {
  let n = 0;
  return () => `00000000-0000-4000-8000-${String((n += 1)).padStart(12, '0')}`;
};

/** The row that a step judges, by its place among those of the task. */
const subjectAt = ({ model }: World, { case: current, data }: Played, task: string, row: number): string => {
  const rule = model.workflow.states[current.state]?.tasks?.[task];
  return rule === undefined ? '' : (subjectsOf({ model, facts: { ...NO_FACTS, data } }, rule)[row]?.id ?? '');
};

/** A sheet for every one that belongs to the task: what stands in it is for no scenario to say. */
const sheetsFor = ({ model }: World, task: string): GivenMarks[] =>
  Object.entries(model.workflow.marks ?? {})
    .filter(([, marks]) => marks.task === task)
    .map(([key]) => ({ key, formVersion: '', data: {} }));

const judgingCommand = (world: World, played: Played, step: ScenarioStep): Command | null => {
  const task = step.finish ?? step.recuse;
  if (task === undefined) return null;
  const subject = step.row === undefined ? {} : { subject: subjectAt(world, played, task, step.row) };
  if (step.recuse !== undefined) return { type: 'recuse', task, ...subject, reason: step.comment ?? '' };
  const { outcome, comment } = step;
  return {
    type: 'finish',
    task,
    ...subject,
    marks: sheetsFor(world, task),
    ...(outcome !== undefined && { outcome }),
    ...(comment !== undefined && { comment }),
  };
};

const commandFor = (world: World, played: Played, step: ScenarioStep): Command | null => {
  const words = step.comment === undefined ? {} : { comment: step.comment };
  if (step.do !== undefined) {
    const { reasons, proxy } = step;
    return {
      type: 'act',
      action: step.do,
      accepted: true,
      ...words,
      ...(reasons !== undefined && { reasons }),
      ...(proxy !== undefined && { proxy }),
    };
  }
  const judging = judgingCommand(world, played, step);
  if (judging !== null) return judging;
  if (step.claim !== undefined) {
    const subject = step.row === undefined ? {} : { subject: subjectAt(world, played, step.claim, step.row) };
    return { type: 'claim', task: step.claim, ...subject };
  }
  if (step.extend !== undefined) return { type: 'extend', ...step.extend, reason: step.comment ?? '' };
  return step.exempt === true ? { type: 'exempt', reason: step.comment ?? '' } : null;
};

/** What is submitted: missing required values made up, then normalised and checked by the form's rules. */
const filled = (
  world: World,
  played: Played,
  { stage, person }: { stage: Stage; person: Person | null },
): { data: Data; issues: FormIssue[] } => {
  const { zone } = world.model.programme;
  const { case: current } = played;
  const facts: FormFacts = {
    organisation: current.organisation,
    period: current.period,
    due: current.due === null ? null : lastDayOf(current.due, zone),
    today: dayAt(world.now, zone),
    previous: factsFor(world, played, { person }).previous,
    userName: person?.name ?? '',
  };
  return stage.check(generateMissing(world.model, played.data, facts), facts);
};
