import { z } from 'zod';

/** A length of time: `P7D`, `P2W`, `P1M`, `P5WD` (working days), `PT48H`, `PT30M`. */
export const Duration = z
  .string()
  .regex(/^(P\d{1,4}(D|W|M|WD)|PT\d{1,5}[HM])$/, 'a duration such as P7D, P2W, P1M, P5WD or PT48H');

/** A calendar day, `2024-03-31`. */
export const Day = z.iso.date('a day such as 2024-03-31');

/** A time of day, `17:30`. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 17:30');

/** A day with a time and without a zone, in the programme's zone: `2024-05-24T09:00`. */
export const LocalTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'a local time such as 2024-05-24T09:00');

/** Text of an expression; its types are checked by lint, its size is capped at 1,000 characters. */
export const Expression = z.string().min(1).max(1000);
