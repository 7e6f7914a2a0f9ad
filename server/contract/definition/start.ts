import { z } from 'zod';
import { FieldPath, Key } from '../key.ts';
import { LocalText } from '../text.ts';
import { Day, LocalTime } from '../duration.ts';
import { Requirement } from './requirement.ts';

/** What makes cases begin: publishing, people, or a case of another workflow. */

/** An instant of the programme's zone; a day alone is its first instant in `from`, and the one after it in `to`. */
const Moment = z.union([LocalTime, Day]);

/** What whoever signs up without an account accepts beforehand; the version is kept with the case. */
const Privacy = z.strictObject({
  version: z.string().min(1).max(40),
  text: LocalText,
});

/** People begin cases: as many as they like, or at most `max` for each organisation, person or for the whole programme. */
export const StartByPeople = z.strictObject({
  by: z.array(Key).min(1).max(10),
  max: z.int().min(1).max(10_000).optional(),
  per: z.enum(['organisation', 'person', 'programme']).optional(),
  from: Moment.optional(),
  to: Moment.optional(),
  require: z.array(Requirement).max(20).optional(),
  privacy: Privacy.optional(),
  /** Fields that together tell one person from another: whoever signed up once does not do so again. */
  once: z.array(FieldPath).min(1).max(5).optional(),
});
export type StartByPeople = z.infer<typeof StartByPeople>;

const STATE_OR_EVENT = /^(@(tasks\.done|(due|late)\.[a-z][a-z0-9_]{0,62})|[a-z][a-z0-9_]{0,62})$/;

const StartAfter = z.strictObject({
  after: z.strictObject({
    workflow: Key,
    on: z
      .string()
      .max(80)
      .regex(STATE_OR_EVENT, "a state of that workflow, or '@due.<deadline>', '@late.<deadline>', '@tasks.done'"),
  }),
});
export type StartAfter = z.infer<typeof StartAfter>;

export const Start = z.union([z.literal('published'), StartByPeople, StartAfter]);
export type Start = z.infer<typeof Start>;
