import { insertAfter, setAt } from '../../yaml/edit-yaml.ts';
import { at, isRecord, valueOf } from '../../yaml/read-yaml.ts';
import type { Command } from './command.ts';
import { targetPath, type Transition } from './transitions.ts';

interface ReviewWords {
  title: unknown;
  approve: unknown;
  giveBack: unknown;
  reason: unknown;
}

export interface NewReview {
  /** Between whom it comes: the target of this transition becomes the new state. */
  transition: Transition;
  /** Other ways between the same two states that come through it as well. */
  along?: readonly Transition[];
  key: string;
  /** Who decides: an actor that is there, or one that is added. */
  reviewer: string;
  actor?: Readonly<Record<string, unknown>>;
  /** How long there is for it; none without. */
  within?: string;
  words: ReviewWords;
}

/** Everybody who reads before or after this state reads in it too; the reviewer reads and remarks. */
const rightsOf = (workflow: unknown, { transition, reviewer }: NewReview): Record<string, unknown> => {
  const given = [transition.from, transition.to].flatMap((state) =>
    Object.keys(asRecord(at(workflow, ['states', state, 'rights']))),
  );
  const readers = given.length > 0 ? new Set(given) : Object.keys(asRecord(at(workflow, ['actors'])));
  return {
    ...Object.fromEntries([...readers].map((actor) => [actor, { read: 'all' }])),
    [reviewer]: { read: 'all', remark: true },
  };
};

/** Nobody judges what they handed in themselves. */
const withoutSubmitters = (workflow: unknown, actor: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const actions = Object.values(asRecord(at(workflow, ['states']))).flatMap((state) =>
    Object.values(asRecord(at(state, ['on']))),
  );
  const submitters = actions
    .filter((action) => at(action, ['kind']) === 'submit')
    .flatMap((action) => at(action, ['by']))
    .filter((by) => typeof by === 'string');
  return submitters.length === 0 ? { ...actor } : { ...actor, not_same_as: [...new Set(submitters)] };
};

/** Whoever let a report pass sees what becomes of it. */
const readingOn = (text: string, { transition, reviewer }: NewReview): string => {
  const path = ['states', transition.to, 'rights'];
  const rights = at(valueOf(text), path);
  return !isRecord(rights) || reviewer in rights ? text : setAt(text, [...path, reviewer], { read: 'all' });
};

const asRecord = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});

/** Whoever may take a report back from the next state may take it back from this one too. */
const withdrawals = (workflow: unknown, { transition }: NewReview): Record<string, unknown> => {
  const { from, name, to } = transition;
  const sender = at(workflow, ['states', from, 'on', name]);
  const mayWithdraw = Object.entries(asRecord(at(workflow, ['states', to, 'on']))).find(
    ([, rule]) => at(rule, ['kind']) === 'withdraw' && at(rule, ['to']) === from,
  );
  if (mayWithdraw === undefined || at(sender, ['kind']) !== 'submit') return {};
  return { [mayWithdraw[0]]: ofTask(mayWithdraw[1]) };
};

/** The same rule where it asks about the task of its state. */
const ofTask = (rule: unknown): unknown =>
  JSON.parse(JSON.stringify(rule).replace(/\btasks\.[a-z][a-z0-9_]*\./g, 'tasks.review.'));

const stateOf = (workflow: unknown, review: NewReview): Record<string, unknown> => {
  const { transition, key, reviewer, words, within } = review;
  return {
    title: words.title,
    rights: rightsOf(workflow, review),
    ...(within === undefined ? {} : { deadline: key }),
    tasks: { review: { actors: [reviewer], claim: true } },
    on: {
      ...withdrawals(workflow, review),
      approve: { kind: 'approve', title: words.approve, by: [reviewer], to: transition.to },
      return: {
        kind: 'return',
        title: words.giveBack,
        by: [reviewer],
        to: transition.from,
        comment: 'required',
        reasons: [{ code: 'incomplete', title: words.reason }],
        give: 'P3D',
      },
    },
  };
};

/** A review between two states, whole: state, deadline, task, approval and return, and the way before led to it. */
export const insertReview = (review: NewReview): Command => ({
  name: 'workflow.command.insert-review',
  apply: (text) => {
    const workflow = valueOf(text);
    if (workflow === null) return text;
    const { key, transition, along = [], reviewer, actor, within, words } = review;
    const led = [transition, ...along].reduce((left, way) => setAt(left, targetPath(way), key), text);
    const grown = insertAfter(led, ['states'], { key, value: stateOf(workflow, review), after: transition.from });
    const read = readingOn(grown, review);
    const manned = actor === undefined ? read : setAt(read, ['actors', reviewer], withoutSubmitters(workflow, actor));
    if (within === undefined) return manned;
    return setAt(manned, ['deadlines', key], { title: words.title, within, remind: ['P1D'] });
  },
  select: ['states', review.key],
});
