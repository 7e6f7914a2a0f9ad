import { z } from 'zod';
import { Key } from '../key.ts';
import { REFUSAL_REASONS } from '../refusal.ts';

/** What people judge in a case, under /api/cases/:id. */

const Instant = z.iso.datetime();
const SubjectId = z.string().max(80);
const SheetData = z.record(z.string(), z.unknown());

/** POST …/tasks/:task/finish. Without `marks` the stored sheets of the person are taken. */
export const FinishTask = z.strictObject({
  subject: SubjectId.optional(),
  outcome: Key.optional(),
  comment: z.string().max(2000).optional(),
  marks: z.record(Key, SheetData).optional(),
});
export type FinishTask = z.infer<typeof FinishTask>;

/** POST …/tasks/:task/recusal: an interest in one subject, or in all of the task. */
export const Recuse = z.strictObject({ subject: SubjectId.optional(), reason: z.string().trim().min(1).max(2000) });
export type Recuse = z.infer<typeof Recuse>;

/** POST …/tasks/:task/seat */
export const TakeSeat = z.strictObject({ subject: SubjectId.optional(), release: z.boolean().default(false) });
export type TakeSeat = z.infer<typeof TakeSeat>;

/** PUT …/marks/:marks: a sheet that is not finished yet. */
export const SaveMarks = z.strictObject({ subject: SubjectId, data: SheetData });
export type SaveMarks = z.infer<typeof SaveMarks>;
export const SavedMarks = z.object({ savedAt: Instant });
export type SavedMarks = z.infer<typeof SavedMarks>;

/** One thing that a sheet asks for. */
export const SheetField = z.object({
  key: Key,
  title: z.string(),
  kind: z.enum(['number', 'choice', 'text']),
  isWhole: z.boolean(),
  isRequired: z.boolean(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  options: z.array(z.object({ value: z.union([z.string(), z.number()]), title: z.string() })),
});
export type SheetField = z.infer<typeof SheetField>;

const Sheet = z.object({
  key: Key,
  title: z.string(),
  task: Key,
  fields: z.array(SheetField),
  /** What the person gave, by subject. */
  mine: z.record(z.string(), SheetData),
  /** Of those who have finished, by subject; nothing while the others are hidden. */
  combined: z.record(z.string(), z.object({ value: z.string(), judges: z.int() })),
});

const JudgedSubject = z.object({
  id: z.string(),
  title: z.string(),
  details: z.array(z.object({ title: z.string(), text: z.string() })),
  /** Why the person cannot judge it now; null where they can. */
  reason: z.enum(REFUSAL_REASONS).nullable(),
  holds: z.boolean(),
  isDone: z.boolean(),
  mine: z.string().nullable(),
  /** Nothing while the others are hidden. */
  outcome: z.string().nullable(),
  votes: z.record(z.string(), z.int()).nullable(),
});

/** GET …/judging: nothing for whom nothing is to judge or to see. */
export const JudgingView = z.object({
  isBlind: z.boolean(),
  tasks: z.array(
    z.object({
      key: Key,
      title: z.string(),
      mayClaim: z.boolean(),
      outcomes: z.array(z.object({ code: Key, title: z.string() })),
      subjects: z.array(JudgedSubject),
    }),
  ),
  sheets: z.array(Sheet),
});
export type JudgingView = z.infer<typeof JudgingView>;
