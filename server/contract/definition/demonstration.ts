import { z } from 'zod';
import { Key } from '../key.ts';
import { LocalText } from '../text.ts';
import { LocalTime } from '../duration.ts';

/** An organisation that only the demonstration has. */
const DemonstrationOrganisation = z.strictObject({
  code: z.string().max(60),
  title: z.string().max(200),
  kinds: z.array(Key).max(20),
  level: z.string().max(60).optional(),
  parent: z.string().max(60).optional(),
  relations: z.record(Key, z.array(z.string().max(60))).optional(),
  attributes: z.record(Key, z.union([z.string(), z.number(), z.boolean()])).optional(),
});

/** Accounts, a clock and steps that a demonstration plays as real commands when it first starts. */
export const Demonstration = z.strictObject({
  apiVersion: z.literal('formflow/v1'),
  kind: z.literal('Demonstration'),
  key: Key,
  title: LocalText.optional(),
  now: LocalTime,
  organisations: z.array(DemonstrationOrganisation).max(2000).optional(),
  accounts: z.record(
    Key,
    z.strictObject({
      name: z.string().max(60),
      title: LocalText.optional(),
      organisation: z.string().max(60),
      roles: z.array(Key).min(1),
      phone: z.string().max(30).optional(),
    }),
  ),
  steps: z
    .array(
      z.strictObject({
        at: LocalTime.optional(),
        as: Key,
        workflow: Key,
        organisation: z.string().max(60).optional(),
        period: z.string().max(63).optional(),
        do: Key.optional(),
        save: z.boolean().optional(),
        form: z.record(z.string(), z.unknown()).optional(),
        comment: z.string().max(2000).optional(),
        reasons: z.array(Key).optional(),
        remark: z
          .strictObject({ field: z.string().max(200), row: z.int().min(0).optional(), text: z.string().max(2000) })
          .optional(),
        claim: Key.optional(),
        extend: z.strictObject({ deadline: Key, to: z.iso.date() }).optional(),
        exempt: z.boolean().optional(),
        proxy: z.boolean().optional(),
      }),
    )
    .max(2000),
});
export type Demonstration = z.infer<typeof Demonstration>;
