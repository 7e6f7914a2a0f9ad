import { z } from 'zod';
import { Expression } from '../duration.ts';
import { FieldPath, Key } from '../key.ts';
import { LocalText } from '../text.ts';

/** Values that go from one field to another: a renamed field is a new key and a move of its values. */
const FieldMove = z.strictObject({ move: z.record(FieldPath, FieldPath) });

/** A task of the new version: in a state of it, `county_review.look`. */
const TaskPlace = z.string().regex(/^[a-z][a-z0-9_]{0,62}\.[a-z][a-z0-9_]{0,62}$/, 'a task of a state: state.task');

/** How the running cases of a workflow go over from one version of it to the next. */
export const Migration = z.strictObject({
  apiVersion: z.literal('formflow/v1'),
  kind: z.literal('Migration'),
  key: Key,
  title: LocalText.optional(),
  workflow: Key,
  from: z.int().min(1),
  to: z.int().min(2),
  select: Expression.optional(),
  states: z.record(Key, Key).optional(),
  tasks: z.record(Key, z.strictObject({ to: TaskPlace, keep_assignee: z.boolean().optional() })).optional(),
  fields: z.array(FieldMove).max(200).optional(),
  deadlines: z.enum(['recompute', 'keep']).optional(),
});
export type Migration = z.infer<typeof Migration>;
