import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from '../../../server/registry/parse.ts';
import { addAction } from '../../../client/src/designer/workflow/commands/add-action.ts';
import { addEntry } from '../../../client/src/designer/workflow/commands/add-entry.ts';
import { addState } from '../../../client/src/designer/workflow/commands/add-state.ts';
import type { Command } from '../../../client/src/designer/workflow/commands/command.ts';
import { freshKey } from '../../../client/src/designer/workflow/commands/fresh-key.ts';
import { insertReview } from '../../../client/src/designer/workflow/commands/insert-review.ts';
import { removeEntry } from '../../../client/src/designer/workflow/commands/remove-entry.ts';
import { removeState } from '../../../client/src/designer/workflow/commands/remove-state.ts';
import { renameState } from '../../../client/src/designer/workflow/commands/rename-state.ts';
import { retarget } from '../../../client/src/designer/workflow/commands/retarget.ts';
import { setProperty } from '../../../client/src/designer/workflow/commands/set-property.ts';
import { type Transition, transitionsOf } from '../../../client/src/designer/workflow/commands/transitions.ts';
import { beginning, turn } from '../../../client/src/designer/workflow/use-history.ts';
import { at, valueOf } from '../../../client/src/designer/yaml/read-yaml.ts';
import { commentsOf, faultsOf, WORKFLOW_TEXTS } from './workflow-texts.ts';

/** A command made for the text as it then stands: an author chooses among what is there. */
type Deed = (text: string, choose: (count: number) => number) => Command | null;

const keysOf = (text: string, ...path: string[]): string[] => Object.keys(at(valueOf(text), path) ?? {});
const one = <Thing>(things: readonly Thing[], choose: (count: number) => number): Thing | undefined =>
  things[choose(things.length)];

const words = { title: '县级审核', approve: '通过', giveBack: '退回', reason: '信息不全' };

const review = (text: string, transition: Transition): Command =>
  insertReview({
    transition,
    key: freshKey('county_review', [...keysOf(text, 'states'), ...keysOf(text, 'deadlines')]),
    reviewer: freshKey('county', keysOf(text, 'actors')),
    actor: { role: 'county_clerk', scope: { relation: 'parent' } },
    within: 'P5WD',
    words,
  });

const KEEPING: Deed[] = [
  (text, choose) => {
    const transition = one(transitionsOf(valueOf(text)), choose);
    return transition === undefined ? null : review(text, transition);
  },
  (text, choose) => {
    const state = one(keysOf(text, 'states'), choose);
    return state === undefined
      ? null
      : setProperty(['states', state, 'title'], { 'zh-CN': '新名称', en: 'New: title' });
  },
  (text, choose) => {
    const state = one(keysOf(text, 'states'), choose) ?? '';
    const [actor = ''] = keysOf(text, 'actors');
    return setProperty(['states', state, 'rights', actor], { read: 'all', write: { fields: ['a', 'b.c'] } });
  },
  (text, choose) => {
    const deadline = one(keysOf(text, 'deadlines'), choose);
    return deadline === undefined ? null : setProperty(['deadlines', deadline, 'grace'], 'P2WD');
  },
  (text, choose) => {
    const [actor = ''] = keysOf(text, 'actors');
    const state = one(keysOf(text, 'states'), choose) ?? '';
    const rule = { kind: 'act', title: '转办', by: [actor], to: state, require: [{ expr: 'true', message: 'a: b' }] };
    return addAction(state, freshKey('forward', keysOf(text, 'states', state, 'on')), rule);
  },
  (text, choose) => {
    const after = one(keysOf(text, 'states'), choose) ?? null;
    return addState({ key: freshKey('extra', keysOf(text, 'states')), title: '补充', after });
  },
  (text, choose) => {
    const transition = one(transitionsOf(valueOf(text)), choose);
    const to = one(keysOf(text, 'states'), choose);
    return transition === undefined || to === undefined ? null : retarget(transition, to);
  },
  (text) =>
    addEntry(['deadlines'], freshKey('extra', keysOf(text, 'deadlines')), { within: 'PT48H', remind: ['P1D', 'P3D'] }),
  (text, choose) => {
    const state = one(keysOf(text, 'states'), choose) ?? '';
    return renameState(state, freshKey('renamed', keysOf(text, 'states')));
  },
];

const REMOVING: Deed[] = [
  (text, choose) => {
    const states = keysOf(text, 'states');
    const state = one(states, choose);
    if (state === undefined || states.length < 2) return null;
    return removeState(state, states.find((other) => other !== state) ?? null);
  },
  (text, choose) => {
    const deadlines = keysOf(text, 'deadlines');
    const deadline = one(deadlines, choose);
    return deadline === undefined ? null : removeEntry(['deadlines', deadline]);
  },
];

const begun = fc.constantFrom(...WORKFLOW_TEXTS);
const session = (deeds: number) =>
  fc.array(fc.record({ deed: fc.nat({ max: deeds - 1 }), choice: fc.nat() }), { minLength: 1, maxLength: 6 });

const commandsOn = (
  text: string,
  steps: readonly { deed: number; choice: number }[],
  deeds: readonly Deed[],
): { texts: string[]; undone: string; redone: string } => {
  let history = beginning(text);
  const texts: string[] = [];
  for (const { deed, choice } of steps) {
    const command = deeds[deed]?.(history.text, (count) => (count === 0 ? 0 : choice % count)) ?? null;
    if (command === null) continue;
    history = turn(history, { type: 'run', command, at: texts.length * 10_000 });
    texts.push(history.text);
  }
  const last = history.text;
  let undone = history;
  while (undone.past.length > 0) undone = turn(undone, { type: 'undo' });
  let redone = undone;
  while (redone.future.length > 0) redone = turn(redone, { type: 'redo' });
  expect(redone.text).toBe(last);
  return { texts, undone: undone.text, redone: redone.text };
};

describe('commands of the workflow designer', () => {
  it('give the first text back, byte for byte, when everything is undone, and the last when it is done again', () => {
    const all = [...KEEPING, ...REMOVING];
    fc.assert(
      fc.property(begun, session(all.length), (text, steps) => {
        expect(commandsOn(text, steps, all).undone).toBe(text);
      }),
      { numRuns: 40 },
    );
  });

  it('lead to texts that the registry takes, with every comment that was there', () => {
    fc.assert(
      fc.property(begun, session(KEEPING.length), (text, steps) => {
        for (const made of commandsOn(text, steps, KEEPING).texts) {
          expect(faultsOf(made)).toEqual([]);
          expect(commentsOf(made)).toEqual(commentsOf(text));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('take things out so that the rest still has the form of a workflow', () => {
    fc.assert(
      fc.property(begun, session(REMOVING.length), (text, steps) => {
        for (const made of commandsOn(text, steps, REMOVING).texts) expect(faultsOf(made)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

const TEXT = WORKFLOW_TEXTS.find((text) => text.includes('key: activity_report')) ?? '';

describe('a review inserted between two states', () => {
  const submit = transitionsOf(valueOf(TEXT)).find(({ from, name }) => from === 'open' && name === 'submit');
  const made = submit === undefined ? '' : review(TEXT, submit).apply(TEXT);

  it('comes between them, with a way on, a way back and a deadline', () => {
    const workflow = valueOf(made);
    expect(at(workflow, ['states', 'open', 'on', 'submit', 'to'])).toBe('county_review');
    const ways = transitionsOf(workflow).filter(({ from }) => from === 'county_review');
    expect(ways.map(({ name, to }) => [name, to])).toEqual([
      ['withdraw', 'open'],
      ['approve', 'submitted'],
      ['return', 'open'],
    ]);
    expect(at(workflow, ['deadlines', 'county_review', 'within'])).toBe('P5WD');
    expect(Object.keys(at(workflow, ['states']) ?? {})).toEqual(['open', 'county_review', 'submitted', 'accepted']);
  });

  it('is read by the registry without a fault', () => {
    const name = { programme: 'some', kind: 'Workflow' as const, key: 'activity_report' };
    expect(parse({ name, file: 'some.yaml', text: made }).findings).toEqual([]);
  });

  it('takes the other ways between the two along where it is told to', () => {
    const ways = transitionsOf(valueOf(TEXT)).filter(({ from, to }) => from === 'open' && to === 'submitted');
    const [first, ...along] = ways;
    if (first === undefined) throw new Error('no way between the two');
    const given = { transition: first, along, key: 'extra', reviewer: 'reviewer', words };
    const left = transitionsOf(valueOf(insertReview(given).apply(TEXT))).filter(({ from }) => from === 'open');
    expect(left.map(({ name, to }) => [name, to])).toEqual([
      ['submit', 'extra'],
      ['zero', 'extra'],
    ]);
  });

  it('by somebody new is never about their own reports, and they see what becomes of what they let pass', () => {
    const given = { key: 'upper', reviewer: 'upper_reviewer', actor: { role: 'reviewer', scope: 'programme' }, words };
    const last = transitionsOf(valueOf(made)).find(({ to }) => to === 'accepted');
    if (last === undefined) throw new Error('no way to the end');
    const workflow = valueOf(insertReview({ ...given, transition: last }).apply(made));
    const submitters = at(workflow, ['states', 'open', 'on', 'submit', 'by']);
    expect(at(workflow, ['actors', 'upper_reviewer', 'not_same_as'])).toEqual(submitters);
    const readers = Object.keys(at(workflow, ['states', 'upper', 'rights']) ?? {});
    expect(readers).toEqual(expect.arrayContaining(Object.keys(at(workflow, ['states', last.from, 'rights']) ?? {})));
    expect(at(workflow, ['states', 'accepted', 'rights', 'upper_reviewer'])).toEqual({ read: 'all' });
  });

  it('touches no line that it is not about', () => {
    const kept = new Set(made.split('\n'));
    const changed = TEXT.split('\n').filter((line) => !kept.has(line));
    expect(changed).toEqual([]);
  });
});

describe('the history of an author', () => {
  it('takes what is typed in one go back in one step', () => {
    const type = (title: string, at: number) => ({ type: 'run' as const, command: setProperty(['title'], title), at });
    const typed = [type('审', 0), type('审核', 300), type('审核表', 700), type('审核表格', 9_000)].reduce(
      turn,
      beginning(TEXT),
    );
    expect(typed.past).toHaveLength(2);
    expect(at(valueOf(turn(typed, { type: 'undo' }).text), ['title'])).toBe('审核表');
  });

  it('forgets what was undone once something else is done', () => {
    const first = turn(beginning(TEXT), { type: 'run', command: setProperty(['initial'], 'submitted'), at: 0 });
    const undone = turn(first, { type: 'undo' });
    const other = turn(undone, { type: 'run', command: setProperty(['initial'], 'accepted'), at: 1 });
    expect(turn(other, { type: 'redo' })).toBe(other);
  });
});
