import { z } from 'zod';
import { Key } from '../key.ts';
import { CASE_STATUSES } from './case.ts';

/** One cell of the overview: where one organisation stands with one form in one period. */
export const BoardCell = z.object({
  case: z.uuid(),
  state: Key,
  stateTitle: z.string(),
  final: z.string().nullable(),
  status: z.enum(CASE_STATUSES),
  due: z.iso.datetime().nullable(),
  overdue: z.boolean(),
  late: z.boolean(),
  zero: z.boolean(),
  reported: z.boolean(),
  marks: z.array(z.string()),
});
export type BoardCell = z.infer<typeof BoardCell>;

/** Organisations by (workflow, period). `cells[organisation][column]`, column = `<workflow>` or `<workflow>/<period>`. */
export const BoardView = z.object({
  programme: Key,
  now: z.iso.datetime(),
  columns: z.array(
    z.object({
      key: z.string(),
      workflow: Key,
      workflowTitle: z.string(),
      period: z.string().nullable(),
      periodTitle: z.string().nullable(),
      due: z.iso.datetime().nullable(),
    }),
  ),
  rows: z.array(
    z.object({
      organisation: z.uuid(),
      code: z.string(),
      title: z.string(),
      kinds: z.array(z.string()),
      cells: z.record(z.string(), BoardCell),
    }),
  ),
  counts: z.object({ due: z.int(), reported: z.int(), overdue: z.int(), late: z.int(), accepted: z.int() }),
});
export type BoardView = z.infer<typeof BoardView>;
