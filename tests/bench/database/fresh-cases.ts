import type pg from 'pg';
import type { Stage } from './stage.ts';

/** The id of the nth fresh case of the nth organisation; PostgreSQL makes the same by `SQL_CASE_ID`. */
export const caseId = (organisation: number, n: number): string =>
  `0199${organisation.toString(16).padStart(4, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** The same as SQL, from two expressions. */
export const sqlCaseId = (organisation: string, n: string): string =>
  `('0199' || lpad(to_hex((${organisation})::int), 4, '0') || '-0000-7000-8000-' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`;

const OF_A_CASE = ['event', 'task', 'timer'];

const columnsOf = async (sql: pg.Pool, table: string): Promise<string[]> => {
  const { rows } = await sql.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
      WHERE table_name = $1 AND table_schema = 'public' AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    [table],
  );
  return rows.map(({ name }) => name);
};

const copies = (columns: readonly string[], own: Record<string, string>): string =>
  columns.map((column) => own[column] ?? `t.${column}`).join(', ');

/**
 * Cases in which nothing has been submitted yet: copies, row by row, of one that publishing made for the organisation. So
 * many are needed that the engine's own calendar would be filled for centuries.
 */
export class FreshCases {
  private readonly made: number[];
  private readonly used: number[];

  private constructor(
    private readonly stage: Stage,
    private readonly templates: readonly string[],
    private readonly columns: ReadonlyMap<string, string[]>,
    /** The version that every fresh case has. */
    readonly lockVersion: number,
    first: number,
  ) {
    this.made = templates.map(() => first);
    this.used = templates.map(() => first);
  }

  /** `first` is the number of the first case that is made of each organisation. */
  static async of(stage: Stage, first = 0): Promise<FreshCases> {
    const { sql, submitters } = stage;
    const templates: { id: string; lock_version: number }[] = [];
    for (const { organisation } of submitters) {
      const { rows } = await sql.query<{ id: string; lock_version: number }>(
        `SELECT id, lock_version FROM case_ WHERE organisation_id = $1 AND status = 'open' ORDER BY period_key LIMIT 1`,
        [organisation],
      );
      if (rows[0] === undefined) throw new Error(`no case was made for the organisation ${organisation}`);
      templates.push(rows[0]);
    }
    const columns = new Map<string, string[]>();
    for (const table of ['case_', ...OF_A_CASE]) columns.set(table, await columnsOf(sql, table));
    return new FreshCases(
      stage,
      templates.map(({ id }) => id),
      columns,
      templates[0]?.lock_version ?? 0,
      first,
    );
  }

  /** Makes sure that each of the first organisations has so many cases left. */
  async provide(organisations: number, each: number): Promise<void> {
    for (let organisation = 0; organisation < organisations; organisation += 1) {
      const [from, upTo] = [this.made[organisation] ?? 0, (this.used[organisation] ?? 0) + each];
      if (upTo <= from) continue;
      await this.copy(organisation, from, upTo);
      this.made[organisation] = upTo;
    }
  }

  /** The number of the organisation's next case, as its id has it; undefined where all are used. */
  next(organisation: number): number | undefined {
    const n = this.used[organisation] ?? 0;
    if (n >= (this.made[organisation] ?? 0)) return undefined;
    this.used[organisation] = n + 1;
    return n;
  }

  /** Takes all that are left: where they begin, and how many they are. */
  takeAll(organisation: number): { from: number; count: number } {
    const [from, made] = [this.used[organisation] ?? 0, this.made[organisation] ?? 0];
    this.used[organisation] = made;
    return { from, count: made - from };
  }

  /** How many of an organisation's cases from a number on have been submitted. */
  async submitted(organisation: number, from: number): Promise<number> {
    const { rows } = await this.stage.sql.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM case_ WHERE id BETWEEN $1 AND $2 AND submission > 0`,
      [caseId(organisation, from), caseId(organisation, this.made[organisation] ?? 0)],
    );
    return rows[0]?.count ?? 0;
  }

  private async copy(organisation: number, from: number, upTo: number): Promise<void> {
    const id = sqlCaseId(String(organisation), 'number');
    const numbers = `generate_series(${from}, ${upTo - 1}) AS number`;
    const insert = async (table: string, own: Record<string, string>, key: string): Promise<void> => {
      const columns = this.columns.get(table) ?? [];
      await this.stage.sql.query(
        `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${copies(columns, own)} FROM ${table} t, ${numbers} WHERE t.${key} = $1`,
        [this.templates[organisation]],
      );
    };
    await insert('case_', { id, subject_key: `t.subject_key || '/' || number` }, 'id');
    for (const table of OF_A_CASE) await insert(table, { id: 'gen_random_uuid()', case_id: id }, 'case_id');
  }
}
