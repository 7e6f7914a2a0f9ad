import type { Expectation } from '../contract/definition/scenario.ts';
import { instantOfLocal, localTime } from './calendar.ts';
import { isSame } from './data.ts';
import { lastDayOf } from './environment-values.ts';
import type { Sentence } from './expression-problem.ts';
import type { FormIssue } from './command.ts';
import type { Outcome } from './outcome.ts';
import type { Counted } from './scenario-contest.ts';
import { entriesSeen, type Played, type World } from './scenario-world.ts';

/** What a step did not lead to although it should have, with the word of `expect` at which it is said. */
export interface Disappointment {
  word: string;
  message: Sentence;
}

/** How things stand after a step. */
export interface Aftermath {
  world: World;
  played: Played;
  /** Null where the step gave no command. */
  outcome: Outcome | null;
  /** What the form's rules said of the data that was submitted. */
  issues: readonly FormIssue[];
  /** What a count came to; null or absent where the step counted nothing. */
  counted?: Counted | null;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null));

const differs = (word: string, wanted: unknown, found: unknown): Disappointment => ({
  word,
  message: {
    'zh-CN': `${word} 应为 ${text(wanted)}，实际为 ${text(found)}`,
    en: `${word} should be ${text(wanted)}, but is ${text(found)}`,
  },
});

const compare = (word: string, wanted: unknown, found: unknown): Disappointment[] =>
  wanted === undefined || isSame(wanted, found) ? [] : [differs(word, wanted, found)];

const sorted = (words: readonly string[]): string[] => [...new Set(words)].sort();

const compareSets = (
  word: string,
  wanted: readonly string[] | undefined,
  found: readonly string[],
): Disappointment[] => (wanted === undefined ? [] : compare(word, sorted(wanted), sorted(found)));

/** Everything in which a step disappoints; a refusal that was not expected is one. */
export const disappointments = (expect: Expectation, after: Aftermath): Disappointment[] => {
  const { case: current } = after.played;
  return [
    ...refusal(expect, after.outcome),
    ...compare('state', expect.state, current.state),
    ...compare('status', expect.status, current.status),
    ...compare('late', expect.late, current.judged?.late ?? false),
    ...compare('in_grace', expect.in_grace, current.judged?.inGrace ?? false),
    ...compare('zero', expect.zero, current.zero),
    ...due(expect.due, after),
    ...compareSets('notified', expect.notified, after.world.told),
    ...compareSets(
      'marks',
      expect.marks,
      after.world.cases.flatMap((one) => one.case.marks),
    ),
    ...compare('warnings', expect.warnings, warningsOf(after)),
    ...invalid(expect.invalid, after.outcome),
    ...compare('entries', expect.entries, entriesSeen(after.world, after.played).length),
    ...compare('tally', expect.tally, after.counted?.status),
    ...awards(expect.awards, after.counted ?? null),
    ...Object.entries(expect.metrics ?? {}).flatMap(([key, wanted]) =>
      compare(`metrics.${key}`, wanted, current.metrics[key]),
    ),
  ];
};

/** Winners are called by id or by title, as the expectation calls them; their order within a place counts. */
const awards = (wanted: Expectation['awards'], counted: Counted | null): Disappointment[] =>
  Object.entries(wanted ?? {}).flatMap(([place, names]) => {
    const won = counted?.awards[place] ?? [];
    const isCalled = (name: string, index: number): boolean =>
      won[index]?.title === name || won[index]?.id === name.replaceAll('_', '-');
    const isSo = won.length === names.length && names.every(isCalled);
    return isSo
      ? []
      : [
          differs(
            `awards.${place}`,
            names,
            won.map(({ title }) => title),
          ),
        ];
  });

const refusal = (expect: Expectation, outcome: Outcome | null): Disappointment[] => {
  const reason = outcome?.kind === 'refused' ? outcome.reason : null;
  if (expect.refused !== undefined)
    return reason === expect.refused ? [] : [differs('refused', expect.refused, reason ?? 'moved')];
  if (outcome?.kind !== 'refused') return [];
  const because = [
    ...outcome.issues.map(({ pointer, message }) => `${pointer} ${message}`),
    ...outcome.messages.map(text),
  ];
  const detail = because.length === 0 ? '' : ` (${because.slice(0, 5).join('; ')})`;
  return [
    {
      word: 'refused',
      message: {
        'zh-CN': `未预期的拒绝：${outcome.reason}${detail}`,
        en: `It was refused, which was not expected: ${outcome.reason}${detail}`,
      },
    },
  ];
};

/** The first deadline of the present visit, else when the report was due. A day counts as the last day before that instant. */
const due = (wanted: string | undefined, { world, played }: Aftermath): Disappointment[] => {
  if (wanted === undefined) return [];
  const { zone } = world.model.programme;
  const found = played.case.deadlines[0]?.due ?? played.case.due;
  if (found === null) return [differs('due', wanted, null)];
  if (wanted.includes('T'))
    return found === instantOfLocal(wanted, zone) ? [] : [differs('due', wanted, localTime(found, zone))];
  return compare('due', wanted, lastDayOf(found, zone));
};

const warningsOf = ({ outcome, issues }: Aftermath): number =>
  issues.filter(({ severity }) => severity !== 'error').length +
  (outcome?.kind === 'moved' ? outcome.warnings.length : 0);

const invalid = (wanted: readonly string[] | undefined, outcome: Outcome | null): Disappointment[] => {
  const found = outcome?.kind === 'refused' ? outcome.issues.map(({ pointer }) => pointer) : [];
  const missing = (wanted ?? []).filter((pointer) => !found.includes(pointer));
  return missing.length === 0 ? [] : [differs('invalid', missing, sorted(found))];
};
