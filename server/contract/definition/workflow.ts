import { z } from 'zod';
import { Key } from '../key.ts';
import { LocalText } from '../text.ts';
import { Duration, Expression } from '../duration.ts';
import { Param } from './programme.ts';
import { Actor, Right } from './actor.ts';
import { Audience } from './audience.ts';
import { Ballot, Place, Ranking } from './contest.ts';
import { Deadline, Periods } from './deadline.ts';
import { Quota } from './quota.ts';
import { ActionRequirement, Requirement } from './requirement.ts';
import { Start } from './start.ts';
import { Draw } from './draw.ts';
import { Gather } from './gather.ts';
import { Marks, Matter, TaskRule } from './judging.ts';

export const ACTION_KINDS = ['submit', 'zero', 'withdraw', 'return', 'approve', 'reject', 'reopen', 'act'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** Where a transition leads: one state, or a list of which the first whose condition holds wins; the last stands without a condition. */
export const Target = z.union([
  Key,
  z
    .array(z.strictObject({ when: Expression.optional(), state: Key }))
    .min(1)
    .max(20),
]);
export type Target = z.infer<typeof Target>;

const transition = {
  to: Target,
  require: z.array(Requirement).max(50).optional(),
  set: z.record(Key, Expression).optional(),
};

export const Action = z.strictObject({
  kind: z.enum(ACTION_KINDS),
  title: LocalText,
  by: z.array(Key).min(1),
  ...transition,
  require: z.array(ActionRequirement).max(50).optional(),
  help: LocalText.optional(),
  comment: z.enum(['required', 'optional', 'none']).optional(),
  reasons: z
    .array(z.strictObject({ code: Key, title: LocalText }))
    .max(50)
    .optional(),
  give: Duration.optional(),
  /** The same action of every gathered case, all of them or none. */
  members: Key.optional(),
});
export type Action = z.infer<typeof Action>;

/** What the engine's own events lead to; their names begin with `@`. */
export const Reaction = z.strictObject(transition);
export type Reaction = z.infer<typeof Reaction>;

const EVENT_NAME =
  /^@(tasks\.done|ballot\.(closed|no_quorum)|tally\.(done|tie|empty)|(due|late)\.[a-z][a-z0-9_]{0,62})$/;
const EventName = z
  .string()
  .regex(
    EVENT_NAME,
    "a built-in event: '@due.<deadline>', '@late.<deadline>', '@tasks.done', '@ballot.closed', '@ballot.no_quorum', '@tally.done', '@tally.tie' or '@tally.empty'",
  );

export const State = z.strictObject({
  title: LocalText,
  help: LocalText.optional(),
  final: z.enum(['success', 'failure', 'void']).optional(),
  rights: z.record(Key, Right).optional(),
  deadline: z.union([Key, z.array(Key).min(1)]).optional(),
  tasks: z.record(Key, TaskRule).optional(),
  on: z.record(z.union([Key, EventName]), z.union([Action, Reaction])).optional(),
});
export type State = z.infer<typeof State>;

const ByWhom = z.strictObject({ by: z.array(Key).min(1), reason: z.enum(['required', 'optional']).optional() });

const Settle = z.strictObject({
  after: Duration.optional(),
  require: z.array(Requirement).min(1).max(20),
  on_fail: z.strictObject({ mark: Key, title: LocalText.optional(), notify: z.array(Key).optional() }),
});

export const Workflow = z.strictObject({
  apiVersion: z.literal('formflow/v1'),
  kind: z.literal('Workflow'),
  key: Key,
  title: LocalText,
  description: LocalText.optional(),
  subject: z.strictObject({
    form: Key,
    per: z
      .array(z.enum(['organisation', 'period', 'programme']))
      .min(1)
      .max(2),
    audience: Audience.optional(),
  }),
  start: Start.optional(),
  quotas: z.record(Key, Quota).optional(),
  params: z.record(Key, Param).optional(),
  actors: z.record(Key, Actor),
  proxy: ByWhom.optional(),
  exemption: ByWhom.optional(),
  periods: Periods.optional(),
  deadlines: z.record(Key, Deadline).optional(),
  metrics: z.record(Key, Expression).optional(),
  settle: Settle.optional(),
  gather: Gather.optional(),
  draw: Draw.optional(),
  ballots: z.record(Key, Ballot).optional(),
  marks: z.record(Key, Marks).optional(),
  matters: z.record(Key, Matter).optional(),
  ranking: Ranking.optional(),
  places: z.array(Place).min(1).max(100).optional(),
  unfilled: z.enum(['stay', 'move']).optional(),
  budget: Expression.optional(),
  initial: Key,
  states: z.record(Key, State),
  messages: z.record(z.string().max(80), LocalText).optional(),
});
export type Workflow = z.infer<typeof Workflow>;
