import { z } from 'zod';
import { Key } from '../key.ts';
import { LocalText } from '../text.ts';
import { Day } from '../duration.ts';

const Holiday = z.union([
  z.strictObject({ date: Day, name: LocalText.optional() }),
  z.strictObject({ from: Day, to: Day, name: LocalText.optional() }),
]);

/** Holidays and make-up workdays by year. A year that is not listed is unknown, which lint reports wherever working days are used. */
export const Calendar = z.strictObject({
  apiVersion: z.literal('formflow/v1'),
  kind: z.literal('Calendar'),
  key: Key,
  title: LocalText,
  weekend: z.array(z.int().min(1).max(7)).max(6).optional(),
  years: z.record(
    z.string().regex(/^\d{4}$/),
    z.strictObject({ holidays: z.array(Holiday), workdays: z.array(Day).optional() }),
  ),
});
export type Calendar = z.infer<typeof Calendar>;
