import type pg from 'pg';

/** How many rows one submission adds to each table. */
export interface RowCounts {
  command: number;
  event: number;
  submission: number;
  task: number;
  timer: number;
  outbox: number;
}

const OF_A_CASE = ['command', 'event', 'submission', 'task', 'timer'] as const;

/** The rows that belong to one case now. */
export const rowCounts = async (sql: pg.Pool, id: string): Promise<RowCounts> => {
  const counts = [...OF_A_CASE.map((table) => `(SELECT count(*)::int FROM ${table} WHERE case_id = $1) AS ${table}`)];
  const { rows } = await sql.query<RowCounts>(
    `SELECT ${counts.join(', ')}, (SELECT count(*)::int FROM outbox WHERE payload ->> 'case' = $1::text) AS outbox`.replaceAll(
      'case_id = $1',
      'case_id = $1::uuid',
    ),
    [id],
  );
  if (rows[0] === undefined) throw new Error('counting rows answered nothing');
  return rows[0];
};

export const difference = (after: RowCounts, before: RowCounts): RowCounts => ({
  command: after.command - before.command,
  event: after.event - before.event,
  submission: after.submission - before.submission,
  task: after.task - before.task,
  timer: after.timer - before.timer,
  outbox: after.outbox - before.outbox,
});
