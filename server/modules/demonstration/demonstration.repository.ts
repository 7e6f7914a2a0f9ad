import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Database, type Sql } from '../../storage/database.ts';
import { ENTERED, TENANT, tenantValues } from '../../storage/tenant.ts';
import type { DemonstrationScript, ScriptStep } from './demonstration-script.ts';

/** How far a demonstration has been played. */
export interface Progress {
  done: number;
  of: number;
  /** Steps that the rules did not allow, by their number. */
  refused: { step: number; code: string }[];
}

export const isOver = ({ done, of }: Progress): boolean => done >= of;

/** Where a step takes place. */
export interface StepCase {
  id: string;
  lockVersion: number;
  /** Revision of the draft; 0 where there is none. */
  rev: number;
  /** What is being written, else what was sent last; empty where neither is there. */
  data: Record<string, unknown>;
  hasData: boolean;
}

type Account = DemonstrationScript['accounts'][number];

/** What a demonstration remembers of itself, and what it needs to find. */
@Injectable()
export class DemonstrationRepository {
  constructor(private readonly database: Database) {}

  /** Undefined where none was begun. */
  async progress(sql: Sql = this.database): Promise<Progress | undefined> {
    const [row] = await sql.query<{ value: Progress }>(`SELECT value FROM setting WHERE key = 'demonstration'`);
    return row?.value;
  }

  async save(sql: Sql, progress: Progress): Promise<void> {
    await sql.query(
      `INSERT INTO setting (key, value) VALUES ('demonstration', $1)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
      [JSON.stringify(progress)],
    );
  }

  async hasPeople(sql: Sql = this.database): Promise<boolean> {
    const [row] = await sql.query<{ any: boolean }>('SELECT EXISTS (SELECT FROM person) AS any');
    return row?.any === true;
  }

  /** One process plays at a time; the lock ends with the transaction. */
  async lock(sql: Sql): Promise<void> {
    await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('demonstration', 0))`);
  }

  /** Makes people with their roles; all get the same password, which is no secret, and need not change it. */
  async addPeople(sql: Sql, accounts: readonly Account[], passwordHash: string): Promise<void> {
    for (const { account, name, phone, programme, organisation, roles } of accounts) {
      const id = newId();
      await sql.query(
        `INSERT INTO person (id, account, name, phone, password_hash, password_changed_at) VALUES ($1, $2, $3, $4, $5, now())`,
        [id, account, name, phone ?? null, passwordHash],
      );
      for (const role of roles)
        await sql.query(
          `INSERT INTO membership (id, person_id, programme_id, organisation_id, role)
           SELECT $1, $2, p.id, o.id, $5 FROM programme p, organisation o WHERE p.key = $3 AND o.code = $4`,
          [newId(), id, programme, organisation, role],
        );
    }
  }

  async person(account: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>('SELECT id FROM person WHERE account = $1', [account]);
    return row?.id;
  }

  async findCase({ programme, workflow, organisation, period }: ScriptStep): Promise<StepCase | undefined> {
    const [row] = await this.database.query<StepCase>(
      `WITH ${TENANT}
       SELECT c.id, c.lock_version AS "lockVersion", coalesce(w.rev, 0) AS rev, coalesce(w.data, s.data, '{}') AS data,
              w.case_id IS NOT NULL OR s.case_id IS NOT NULL AS "hasData"
         FROM case_ c JOIN programme p ON p.id = c.programme_id JOIN definition d ON d.id = c.workflow_id
         LEFT JOIN organisation o ON o.id = c.organisation_id
         LEFT JOIN draft w ON w.case_id = c.id LEFT JOIN submission s ON s.case_id = c.id AND s.n = c.submission
        WHERE ${ENTERED} AND p.key = $7 AND d.key = $8 AND o.code IS NOT DISTINCT FROM $9
          AND c.period_key IS NOT DISTINCT FROM $10`,
      [...tenantValues('system'), programme, workflow, organisation ?? null, period ?? null],
    );
    return row;
  }

  /** Whether the person has made this remark on the case before. */
  async hasRemark(caseId: string, person: string, text: string): Promise<boolean> {
    const rows = await this.database.query(
      `WITH ${TENANT}
       SELECT 1 FROM query q JOIN query_remark r ON r.query_id = q.id
        WHERE ${ENTERED} AND q.case_id = $7 AND r.person_id = $8 AND r.text = $9`,
      [...tenantValues('system'), caseId, person, text],
    );
    return rows.length > 0;
  }
}
