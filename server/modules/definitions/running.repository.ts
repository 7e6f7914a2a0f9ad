import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../../storage/database.ts';
import { ENTERED, TENANT, tenantValues } from '../../storage/tenant.ts';

const RUNNING = `c.status IN ('upcoming', 'open', 'suspended')`;

const IN_STATE = `
  WITH ${TENANT}
  SELECT count(*)::int AS cases FROM case_ c WHERE ${ENTERED} AND c.workflow_id = $7 AND c.state = $8 AND ${RUNNING}`;

const RUN_ON = `
  WITH ${TENANT}
  SELECT count(*)::int AS cases FROM case_ c WHERE ${ENTERED} AND c.workflow_id = $7 AND ${RUNNING}`;

/** The data that a case holds now: its draft, else its latest submission. */
const HELD = `
  WITH ${TENANT},
  held AS (
    SELECT coalesce(d.data, s.data) AS data
      FROM case_ c
      JOIN definition_version f ON f.id = c.form_version_id
      LEFT JOIN draft d ON d.case_id = c.id
      LEFT JOIN submission s ON s.case_id = c.id AND s.n = c.submission
     WHERE ${ENTERED} AND f.definition_id = $7 AND ${RUNNING})
  SELECT count(*)::int AS cases FROM held WHERE jsonb_path_exists(data, $8::jsonpath)`;

/** Keys are letters, digits and underscores, so that nothing in them needs to be escaped. */
const pathOf = (field: string): string =>
  `lax $${field
    .split('.')
    .map((key) => `."${key}"[*]`)
    .join('')}`;

/** How many running cases stand on what a new version would take away. */
@Injectable()
export class RunningRepository {
  constructor(private readonly database: Database) {}

  async casesInState(workflow: string, state: string, sql: Sql = this.database): Promise<number> {
    const [row] = await sql.query<{ cases: number }>(IN_STATE, [...tenantValues('system'), workflow, state]);
    return row?.cases ?? 0;
  }

  async casesOf(workflow: string): Promise<number> {
    const [row] = await this.database.query<{ cases: number }>(RUN_ON, [...tenantValues('system'), workflow]);
    return row?.cases ?? 0;
  }

  /** `field` with dots, through sections and rows. */
  async casesWithValue(form: string, field: string): Promise<number> {
    const [row] = await this.database.query<{ cases: number }>(HELD, [...tenantValues('system'), form, pathOf(field)]);
    return row?.cases ?? 0;
  }
}
