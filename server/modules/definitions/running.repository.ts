import { Injectable } from '@nestjs/common';
import type { Form } from '../../contract/definition/form.ts';
import { fileOfName } from '../../registry/folder.ts';
import { parse } from '../../registry/parse.ts';
import { writeOut } from '../../registry/write-out.ts';
import { Database, type Sql } from '../../storage/database.ts';
import { ENTERED, TENANT, tenantValues } from '../../storage/tenant.ts';

const RUNNING = `c.status IN ('upcoming', 'open')`;

const IN_STATE = `
  WITH ${TENANT}
  SELECT count(*)::int AS cases FROM case_ c WHERE ${ENTERED} AND c.workflow_id = $7 AND c.state = $8 AND ${RUNNING}`;

const RUN_ON = `
  WITH ${TENANT}
  SELECT count(*)::int AS cases FROM case_ c WHERE ${ENTERED} AND c.workflow_id = $7 AND ${RUNNING}`;

const BEGUN = `
  WITH ${TENANT}
  SELECT count(*)::int AS cases
    FROM case_ c LEFT JOIN draft d ON d.case_id = c.id
   WHERE ${ENTERED} AND c.workflow_id = $7 AND ${RUNNING} AND (c.submission > 0 OR d.case_id IS NOT NULL)`;

const OLDER = `
  SELECT d.key, p.key AS programme, v.source
    FROM definition_version v JOIN definition d ON d.id = v.definition_id JOIN programme p ON p.id = d.programme_id
   WHERE v.definition_id = $1 AND v.status = 'retired' ORDER BY v.n DESC`;

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

  /** Running cases in which somebody has written or handed in something. */
  async casesBegun(workflow: string): Promise<number> {
    const [row] = await this.database.query<{ cases: number }>(BEGUN, [...tenantValues('system'), workflow]);
    return row?.cases ?? 0;
  }

  /** The retired versions of a form, the newest first, with their references written out; those that cannot be read are left out. */
  async olderForms(form: string): Promise<Form[]> {
    const rows = await this.database.query<{ key: string; programme: string; source: string }>(OLDER, [form]);
    return rows.flatMap(({ key, programme, source }) => {
      const name = { programme, kind: 'Form' as const, key };
      const { value } = parse({ name, file: fileOfName(name), text: source });
      return value === undefined ? [] : [writeOut(value).form];
    });
  }

  /** `field` with dots, through sections and rows. */
  async casesWithValue(form: string, field: string): Promise<number> {
    const [row] = await this.database.query<{ cases: number }>(HELD, [...tenantValues('system'), form, pathOf(field)]);
    return row?.cases ?? 0;
  }
}
