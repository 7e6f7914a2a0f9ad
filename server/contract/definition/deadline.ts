import { z } from 'zod';
import { Key } from '../key.ts';
import { LocalText } from '../text.ts';
import { Day, Duration, Expression, TimeOfDay } from '../duration.ts';

/** When something is due: a day, an expression, or a length of time from entering the state (or from a date of the data). */
export const DueRule = z.strictObject({
  on: Day.optional(),
  time: TimeOfDay.optional(),
  at: Expression.optional(),
  within: Duration.optional(),
  from: Expression.optional(),
});
export type DueRule = z.infer<typeof DueRule>;

export const Deadline = z.strictObject({
  title: LocalText.optional(),
  ...DueRule.shape,
  for: z.record(Key, DueRule).optional(),
  default: DueRule.optional(),
  if_holiday: z.enum(['keep', 'previous_workday', 'next_workday']).optional(),
  remind: z.array(Duration).max(10).optional(),
  grace: Duration.optional(),
  late: z.enum(['accept_flagged', 'block']).optional(),
  extension: z
    .strictObject({
      by: z.union([Key, z.array(Key).min(1)]),
      max: Duration.optional(),
      reason: z.enum(['required', 'optional']).optional(),
    })
    .optional(),
  escalate: z
    .array(z.strictObject({ after: Duration, notify: z.array(Key).min(1) }))
    .max(10)
    .optional(),
  resume: z.boolean().optional(),
});
export type Deadline = z.infer<typeof Deadline>;

const NamedPeriods = z.strictObject({
  list: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z0-9][a-zA-Z0-9_-]{0,62}$/),
        title: LocalText.optional(),
        from: Day,
        to: Day,
        due: Day,
      }),
    )
    .min(1)
    .max(400),
});

/**
 * Windows that recur. `day` is the due day: of the month (1-31), of the week (1 = Monday), of the quarter, half-year or year.
 * `window: {from, to}` counts days in the same way.
 */
const RecurringPeriods = z.strictObject({
  every: z.enum(['day', 'week', 'month', 'quarter', 'half_year', 'year']),
  day: z.int().min(1).max(366).optional(),
  overflow: z.enum(['last_day', 'skip']).optional(),
  due: z
    .union([z.strictObject({ after_end: Duration }), z.strictObject({ month_after: z.int().min(1).max(31) })])
    .optional(),
  from: Day,
  to: Day,
  window: z
    .union([
      z.enum(['since_previous', 'calendar']),
      z.strictObject({ from: z.int().min(1).max(366), to: z.int().min(1).max(366) }),
    ])
    .optional(),
});

export const PeriodRule = z.union([NamedPeriods, RecurringPeriods]);
export type PeriodRule = z.infer<typeof PeriodRule>;

/** The periods of a workflow: one rule, or one by kind of organisation (the first entry that fits wins). */
export const Periods = z.union([z.strictObject({ for: z.record(Key, PeriodRule) }), NamedPeriods, RecurringPeriods]);
export type Periods = z.infer<typeof Periods>;
