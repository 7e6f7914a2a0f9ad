import { z } from 'zod';
import { Key } from '../key.ts';
import { Locale, LocalText } from '../text.ts';
import { Day, TimeOfDay } from '../duration.ts';
import { Audience } from './audience.ts';
import { Deadline, Periods } from './deadline.ts';

/** What a role may do at all; the workflow's actor still has to name the role. The list is closed. */
export const PERMISSIONS = [
  'cases.fill',
  'cases.read',
  'cases.remark',
  'cases.review',
  'cases.judge',
  'contests.run',
  'deadlines.manage',
  'boards.read',
  'notices.send',
  'exports.personal',
  'definitions.edit',
  'definitions.publish',
  'programmes.manage',
  'organisations.manage',
  'people.manage',
  'audit.read',
] as const;
export const Permission = z.enum(PERMISSIONS);
export type Permission = z.infer<typeof Permission>;

const PARAM_TYPES = ['int', 'decimal', 'text', 'date', 'bool'] as const;
const ParamValue = z.union([z.number(), z.string(), z.boolean()]);
export const Param = z.strictObject({
  type: z.enum(PARAM_TYPES),
  value: ParamValue,
  title: LocalText.optional(),
});
export type Param = z.infer<typeof Param>;

const COLUMN_TYPES = ['text', 'int', 'decimal', 'money', 'date', 'bool', 'list'] as const;
const Cell = z.union([LocalText, z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))]);

/** Editable reference data: options, local values, quotas. A row's key is permanent; `tables.<table>[<row>].<column>` in expressions. */
export const Table = z.strictObject({
  title: LocalText.optional(),
  columns: z.record(Key, z.enum(COLUMN_TYPES)),
  rows: z.record(z.string().min(1).max(63), z.record(Key, Cell)),
});
export type Table = z.infer<typeof Table>;

const OrganisationKind = z.strictObject({ title: LocalText });
export const Role = z.strictObject({ title: LocalText, may: z.array(Permission) });
export type Role = z.infer<typeof Role>;

/**
 * One workflow bound under a key of its own: the workflow's text with `with` laid over it. A deadline's due words are replaced
 * together, its other words one by one; parameters keep their type. Cases belong to the key `as`.
 */
export const Binding = z.strictObject({
  workflow: Key,
  as: Key,
  with: z
    .strictObject({
      title: LocalText.optional(),
      description: LocalText.optional(),
      form: Key.optional(),
      audience: Audience.optional(),
      periods: Periods.optional(),
      deadlines: z.record(Key, Deadline).optional(),
      params: z.record(Key, ParamValue).optional(),
    })
    .optional(),
});
export type Binding = z.infer<typeof Binding>;

export const Programme = z.strictObject({
  apiVersion: z.literal('formflow/v1'),
  kind: z.literal('Programme'),
  key: Key,
  title: LocalText,
  notice: z
    .strictObject({
      number: z.string().max(100).optional(),
      issued: Day.optional(),
      issuer: LocalText.optional(),
      text: z.string().max(100).optional(),
    })
    .optional(),
  zone: z.string().max(60),
  calendar: Key.optional(),
  locales: z.array(Locale).min(1).max(10),
  params: z.record(Key, Param).optional(),
  organisation_kinds: z.record(Key, OrganisationKind),
  relations: z.record(Key, z.strictObject({ title: LocalText })).optional(),
  roles: z.record(Key, Role),
  tables: z.record(Key, Table).optional(),
  /** Amounts by name, `programme.money.<name>` in expressions, beside the currency and where the money comes from. */
  money: z
    .object({ currency: z.string().length(3), source: z.string().max(200).optional() })
    .catchall(z.union([z.number(), z.string().max(200)]))
    .optional(),
  quiet_hours: z.strictObject({ from: TimeOfDay, to: TimeOfDay }).optional(),
  workflows: z.array(Key),
  uses: z.array(Binding).max(200).optional(),
});
export type Programme = z.infer<typeof Programme>;
