import { z } from 'zod';
import { Key } from '../key.ts';
import { LocalText } from '../text.ts';
import { Duration, LocalTime } from '../duration.ts';
import { REFUSAL_REASONS } from '../refusal.ts';

/** The organisation a scenario plays in: made up from a kind, or one of the programme's by code. */
const ScenarioOrganisation = z.strictObject({
  kind: Key.optional(),
  kinds: z.array(Key).optional(),
  code: z.string().max(60).optional(),
  title: z.string().max(200).optional(),
  attributes: z.record(Key, z.union([z.string(), z.number(), z.boolean()])).optional(),
  parent: z.string().max(60).optional(),
});

/** A case that the scenario's case may gather. */
const ScenarioEntry = z.strictObject({
  /** What steps and expectations call it; `entry_1`, `entry_2` .. without. */
  id: Key.optional(),
  organisation: ScenarioOrganisation.optional(),
  state: Key,
  period: z.string().max(63).optional(),
  form: z.record(z.string(), z.unknown()).optional(),
  metrics: z.record(Key, z.unknown()).optional(),
});
export type ScenarioEntry = z.infer<typeof ScenarioEntry>;

const Votes = z.record(z.string().max(200), z.int().min(0).max(10_000_000));

/** What a step must lead to; every word given must hold. */
export const Expectation = z.strictObject({
  state: Key.optional(),
  refused: z.enum(REFUSAL_REASONS).optional(),
  status: z.enum(['upcoming', 'open', 'done', 'exempt', 'cancelled']).optional(),
  late: z.boolean().optional(),
  in_grace: z.boolean().optional(),
  zero: z.boolean().optional(),
  due: z.union([LocalTime, z.iso.date()]).optional(),
  notified: z.array(Key).optional(),
  marks: z.array(Key).optional(),
  warnings: z.int().min(0).optional(),
  invalid: z.array(z.string().max(200)).optional(),
  metrics: z.record(Key, z.unknown()).optional(),
  /** How many cases are gathered. */
  entries: z.int().min(0).optional(),
  /** How the count ended. */
  tally: z.enum(['done', 'no-quorum', 'empty', 'tie', 'over-budget']).optional(),
  /** Who got which place, best first. */
  awards: z.record(Key, z.array(z.string().max(200))).optional(),
});
export type Expectation = z.infer<typeof Expectation>;

export const ScenarioStep = z.strictObject({
  do: z.string().max(63).optional(),
  as: Key.optional(),
  person: Key.optional(),
  form: z.record(z.string(), z.unknown()).optional(),
  comment: z.string().max(2000).optional(),
  reasons: z.array(Key).optional(),
  claim: Key.optional(),
  finish: Key.optional(),
  recuse: Key.optional(),
  /** Which row of what the task is done for, from 0. */
  row: z.int().min(0).max(10_000).optional(),
  outcome: Key.optional(),
  open: Key.optional(),
  close: Key.optional(),
  extend: z.strictObject({ deadline: Key, to: z.iso.date() }).optional(),
  exempt: z.boolean().optional(),
  /** The election of this ballot ends, with so many votes for each entry, or so many ballots in all. */
  ballot: Key.optional(),
  votes: Votes.optional(),
  used: z.int().min(0).max(10_000_000).optional(),
  codes: z.int().min(0).max(10_000_000).optional(),
  /** The election is counted; a lot falls in the order in which the entries stand. */
  tally: z
    .strictObject({
      ballot: Key.optional(),
      marks: z.record(Key, z.record(z.string().max(200), z.number())).optional(),
      /** How people told apart what was equal, best first. */
      order: z.array(z.string().max(200)).optional(),
    })
    .optional(),
  proxy: z.boolean().optional(),
  period: z.string().max(63).optional(),
  advance_to: LocalTime.optional(),
  advance: Duration.optional(),
  expect: Expectation.optional(),
});
export type ScenarioStep = z.infer<typeof ScenarioStep>;

/** A test that an administrator writes for a workflow, run by lint and before publishing. */
export const Scenario = z.strictObject({
  apiVersion: z.literal('formflow/v1').optional(),
  kind: z.literal('Scenario'),
  key: Key,
  title: LocalText.optional(),
  workflow: Key,
  given: z.strictObject({
    now: LocalTime,
    organisation: ScenarioOrganisation.optional(),
    period: z.string().max(63).optional(),
    data: z.record(z.string(), z.unknown()).optional(),
    params: z.record(Key, z.unknown()).optional(),
    /** Cases of the gathered workflow. */
    entries: z.array(ScenarioEntry).max(200).optional(),
  }),
  steps: z.array(ScenarioStep).min(1).max(200),
});
export type Scenario = z.infer<typeof Scenario>;
