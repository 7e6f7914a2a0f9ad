import type { ScenarioStep } from '../contract/definition/scenario.ts';
import type { ContestEvent } from '../contract/definition/gather.ts';
import { decimalText, electionFrom } from './ballot/contest.ts';
import { isJuryContest, juryContestFrom } from './ballot/jury.ts';
import { amount } from './ballot/ratio.ts';
import { type Result, resultOf } from './ballot/result.ts';
import type { Candidate, ElectionRules } from './ballot/rules.ts';
import { hasQuorum } from './ballot/tally.ts';
import type { ContestEventCommand, Entry } from './command.ts';
import type { Data } from './data.ts';
import type { Model } from './model.ts';
import type { Sentence } from './expression-problem.ts';

/** Elections in a scenario: how one ends and how it is counted, by the same rules, without codes and without secrets. */

/** What an election came to when it ended. */
export interface Ended {
  ballot: string;
  votes: Readonly<Record<string, number>>;
  used: number;
  codes: number;
}

interface Contest {
  model: Model;
  data: Data;
  entries: readonly Entry[];
}

type Told<Value> = { ok: true; value: Value } | { ok: false; word: string; message: Sentence };

const no = (word: string, zh: string, en: string): { ok: false; word: string; message: Sentence } => ({
  ok: false,
  word,
  message: { 'zh-CN': zh, en },
});

const planned = (
  { model, data, entries }: Contest,
  ballot: string,
): { rules: ElectionRules; candidates: Candidate[] } | null => {
  // Rows of a scenario need no ids of their own.
  const named = Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      Array.isArray(value)
        ? value.map((row: unknown, index) =>
            typeof row === 'object' && row !== null ? { _id: `row-${index + 1}`, ...row } : row,
          )
        : value,
    ]),
  );
  const shown = entries.map((entry) => ({ ...entry, id: entry.id.replaceAll('_', '-') }));
  const standings = { data: named, entries: shown };
  const plan = isJuryContest(model.workflow)
    ? juryContestFrom(model, standings)
    : electionFrom(model, ballot, standings);
  return plan.kind === 'planned' ? plan.plan : null;
};

/** An entry is called by its id or by its title. */
const idOf = (candidates: readonly Candidate[], name: string): string | undefined =>
  candidates.find(({ id, title }) => id === name.replaceAll('_', '-') || title === name)?.id;

const byId = <Value>(
  candidates: readonly Candidate[],
  named: Readonly<Record<string, Value>>,
  word: string,
): Told<Map<string, Value>> => {
  const found = new Map<string, Value>();
  for (const [name, value] of Object.entries(named)) {
    const id = idOf(candidates, name);
    if (id === undefined) return no(word, `没有参评项目“${name}”`, `There is no entry "${name}"`);
    found.set(id, value);
  }
  return { ok: true, value: found };
};

const unplanned = (ballot: string) =>
  no(
    'ballot',
    `投票“${ballot}”无法成立（没有参评项目，或规则不能计算）`,
    `The ballot "${ballot}" cannot be held: no entries, or rules that cannot be told`,
  );

/** How the election of a ballot ends: what the case is told, and what is kept for the count. */
export const ended = (
  contest: Contest,
  step: ScenarioStep,
  state: string,
): Told<{ command: ContestEventCommand; ended: Ended }> => {
  const { ballot = '', votes = {} } = step;
  const during = contest.model.workflow.ballots?.[ballot]?.during;
  if (during !== state)
    return no(
      'ballot',
      `投票“${ballot}”不在环节“${state}”进行`,
      `The ballot "${ballot}" is not held in the state "${state}"`,
    );
  const plan = planned(contest, ballot);
  if (plan === null) return unplanned(ballot);
  const counted = byId(plan.candidates, votes, 'votes');
  if (!counted.ok) return counted;
  const used = step.used ?? Math.max(0, ...counted.value.values());
  const codes = step.codes ?? used;
  const isEnough = hasQuorum(plan.rules.quorum, { used, electorate: Math.max(codes, 1) });
  const name: ContestEvent = isEnough ? '@ballot.closed' : '@ballot.no_quorum';
  const kept = { ballot, votes: Object.fromEntries(counted.value), used, codes };
  return { ok: true, value: { command: { type: 'contest-event', name, ballot }, ended: kept } };
};

/** Where a lot would fall, the scenario takes the order of the entries: nobody can know a lot beforehand. */
const withoutLot = (rules: ElectionRules): ElectionRules => ({
  ...rules,
  ties: rules.ties.map((rule) => ('lot' in rule ? { committee: true } : rule)),
});

/** A draw takes the entries in the order of their ids. */
const NO_DIGESTS = { sha256: () => '', hmacSha256: () => '0' };

const EVENTS: Partial<Record<Result['status'], ContestEvent>> = {
  done: '@tally.done',
  tie: '@tally.tie',
  empty: '@tally.empty',
};

export interface Counted {
  status: Result['status'];
  /** Ids and titles of the winners, by place, best first. */
  awards: Readonly<Record<string, { id: string; title: string }[]>>;
}

/** A jury's contest has no ballot that would end. */
const endedLast = ({ model }: Contest, kept: readonly Ended[], ballot: string | undefined): Ended | undefined => {
  if (isJuryContest(model.workflow)) return { ballot: '', votes: {}, used: 0, codes: 0 };
  return ballot === undefined ? kept.at(-1) : kept.findLast((one) => one.ballot === ballot);
};

/** What the count of an election comes to; `command` is null where the case is told nothing. */
export const countedIn = (
  contest: Contest,
  step: ScenarioStep,
  kept: readonly Ended[],
): Told<{ command: ContestEventCommand | null; counted: Counted }> => {
  const { tally = {} } = step;
  const last = endedLast(contest, kept, tally.ballot);
  if (last === undefined) return no('tally', '没有已结束的投票可以计票', 'No ballot has ended that could be counted');
  const plan = planned(contest, last.ballot);
  if (plan === null) return unplanned(last.ballot);
  const { candidates, rules } = plan;
  const sources = new Map<string, Map<string, ReturnType<typeof amount>>>();
  for (const [key, marks] of Object.entries(tally.marks ?? {})) {
    const found = byId(candidates, marks, 'tally.marks');
    if (!found.ok) return found;
    sources.set(`marks.${key}`, new Map([...found.value].map(([id, mark]) => [id, amount(decimalText(mark))])));
  }
  const order = byId(candidates, Object.fromEntries((tally.order ?? []).map((name) => [name, true])), 'tally.order');
  if (!order.ok) return order;
  const hasLot = rules.ties.some((rule) => 'lot' in rule);
  const result = resultOf(NO_DIGESTS, {
    candidates,
    rules: withoutLot(rules),
    tally: {
      votes: new Map(candidates.map(({ id }) => [id, last.votes[id] ?? 0])),
      ballots: last.used,
      blank: 0,
    },
    electorate: Math.max(last.codes, 1),
    sources,
    withdrawn: [],
    seed: { election: '', secretSeed: '', publicSeed: '' },
    decisions: [[...order.value.keys()], ...(hasLot ? [candidates.map(({ id }) => id)] : [])],
  });
  const titles = new Map(candidates.map(({ id, title }) => [id, title]));
  const awards: Record<string, { id: string; title: string }[]> = {};
  for (const { place, entry } of result.awards)
    (awards[place] ??= []).push({ id: entry, title: titles.get(entry) ?? '' });
  const name = EVENTS[result.status];
  const command: ContestEventCommand | null =
    name === undefined ? null : { type: 'contest-event', name, ballot: last.ballot };
  return { ok: true, value: { command, counted: { status: result.status, awards } } };
};
