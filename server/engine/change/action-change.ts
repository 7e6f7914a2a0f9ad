import type { ActionRequirement } from '../../contract/definition/requirement.ts';
import type { ACTION_KINDS, Action, State, Target } from '../../contract/definition/workflow.ts';
import type { FindingText } from '../../contract/finding.ts';
import { say } from '../lint/check.ts';
import { entries } from './entries.ts';
import { list } from './list.ts';
import { rulesOf } from './rule-change.ts';
import { named, oneOf, quoted, shownLength, shownValue, titlesOf } from './shown-value.ts';
import { type Tell, setting, table, text } from './telling.ts';

/** What an action's words need to name other parts of the workflow. */
export interface Naming {
  states: Readonly<Record<string, State>>;
  actors: Readonly<Record<string, { title?: Action['title'] | undefined }>>;
}

const KINDS: Record<(typeof ACTION_KINDS)[number], FindingText> = {
  submit: say('提交', 'submit'),
  zero: say('零报告', 'nothing to report'),
  withdraw: say('撤回', 'withdraw'),
  return: say('退回', 'return'),
  approve: say('通过', 'approve'),
  reject: say('不通过', 'reject'),
  reopen: say('撤销办结', 'reopen'),
  act: say('其他操作', 'another act'),
};

const COMMENTS = { required: say('必填', 'required'), optional: say('选填', 'optional'), none: say('不需要', 'none') };

const shownTarget =
  ({ states }: Naming) =>
  (value: unknown): FindingText => {
    const target = value as Target;
    if (typeof target === 'string') return named(states[target], target);
    return titlesOf(
      target.map(({ state }) => state),
      states,
    );
  };

/** Conditions under which something may be done. */
export const requirements: Tell<ActionRequirement[]> = rulesOf(
  table<ActionRequirement>({
    expr: setting('C', say('条件', 'the condition')),
    message: text(say('提示', 'the message')),
    severity: setting('C', say('程度', 'the severity')),
  }),
);

type Reason = NonNullable<Action['reasons']>[number];

const reasons = entries<Reason>({
  thing: say('理由', 'reason'),
  added: 'C',
  removed: 'C',
  inside: table<Reason>({ code: setting('C', say('代码', 'the code')), title: text(say('名称', 'the title')) }),
});

const byCode = (all: readonly Reason[] | undefined): Record<string, Reason> | undefined =>
  all === undefined ? undefined : Object.fromEntries(all.map((one) => [one.code, one]));

const action = (naming: Naming): Tell<Action> =>
  table<Action>({
    kind: setting('D', say('性质', 'the kind'), oneOf(KINDS)),
    title: text(say('名称', 'the title')),
    by: list({ thing: say('办理者', 'actor'), grade: 'C', show: (key) => titlesOf([key as string], naming.actors) }),
    to: setting('D', say('去向', 'where it leads'), shownTarget(naming)),
    require: requirements,
    set: setting('C', say('自动填写', 'what it sets')),
    help: text(say('说明', 'the help')),
    comment: setting('C', say('意见', 'the comment'), oneOf(COMMENTS)),
    reasons: ({ before, after }, place) => reasons({ before: byCode(before), after: byCode(after) }, place),
    give: setting('B', say('给予的时间', 'the time it gives'), shownLength),
    members: setting('C', say('同时办理的汇集事项操作', 'the action that gathered cases take with it')),
  });

type On = NonNullable<State['on']>;

const called = (value: On[string], key: string): FindingText =>
  'title' in value ? quoted(value.title) : shownValue(key);

/** What can be done in a state, and what happens there by itself. */
export const actions = (naming: Naming): Tell<Readonly<On>> =>
  entries<On[string]>({
    thing: say('操作', 'action'),
    added: 'D',
    removed: 'D',
    name: called,
    inside: action(naming) as Tell<On[string]>,
  });
