import { z } from 'zod';
import { FieldPath, Key } from '../key.ts';
import { LocalText } from '../text.ts';
import { Expression } from '../duration.ts';

/** What people judge: tasks with several seats, the marks that judges give, and side records of a case. */

const Outcome = z.union([Key, z.strictObject({ code: Key, title: LocalText })]);

export const TaskRule = z.strictObject({
  title: LocalText.optional(),
  actors: z.array(Key).min(1),
  claim: z.boolean().optional(),
  /** A roster of the form, or the name of what is gathered: one task for each of its rows. */
  for_each: Key.optional(),
  /** How many different people must finish it. */
  quorum: z.int().min(1).max(100).optional(),
  outcome: z.array(Outcome).min(2).max(20).optional(),
  /** An outcome needs more than half of those it was given to, or of those who decided; exactly half fails. */
  majority: z.strictObject({ base: z.enum(['assigned', 'cast']) }).optional(),
  /** Two different people must come to the same outcome. */
  four_eyes: z.boolean().optional(),
  /** True for whom it must not be given to: a conflict of interest. */
  except: Expression.optional(),
  /** `all`: a seat for everybody who may; `claim`: whoever takes a seat. */
  assign: z.enum(['all', 'claim']).optional(),
});
export type TaskRule = z.infer<typeof TaskRule>;

/** Marks of judges for the subjects of a task, each on a sheet of its own. */
export const Marks = z.strictObject({
  title: LocalText.optional(),
  form: Key,
  by: z.array(Key).min(1),
  /** The task in which they are given, one sheet for each of its subjects. */
  task: Key,
  /** Numbers of the sheet that are added up; each counts as often as its weight says, else once. */
  fields: z.union([z.array(FieldPath).min(1).max(50), z.record(Key, z.number().min(0).max(1_000_000))]),
  combine: z.enum(['mean', 'trimmed_mean', 'sum']),
});
export type Marks = z.infer<typeof Marks>;

/** Side records of a case: objections, questions, declared interests. */
export const Matter = z.strictObject({
  title: LocalText,
  form: Key.optional(),
  by: z.array(Key).optional(),
  close: z.array(Key).min(1),
  /** Anybody may open one by a link, while the case is in one of these states. */
  public: z.union([z.boolean(), z.strictObject({ during: z.array(Key).min(1) })]).optional(),
});
export type Matter = z.infer<typeof Matter>;
