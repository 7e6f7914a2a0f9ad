import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../../storage/database.ts';
import { ENTERED, enter, TENANT, type Tenant, tenantValues } from '../../storage/tenant.ts';
import type { CaseChanges } from './case-changes.ts';
import { caseColumns, pinnedColumns } from './case-columns.ts';
import { WRITE_PARTS } from './case-write-parts.ts';
import type { WritePart } from './write-part.ts';

/** How the case itself is written: whether others were looked at, new versions are pinned, a draft is carried along. */
interface Manner {
  looksAtOthers: boolean;
  isPinned: boolean;
  carriesDraft: boolean;
}

/** Locked in the order of their ids, so that two steps that look at each other's case wait instead of standing still. */
const LOOKED = `
  looked AS MATERIALIZED (
    SELECT s.id FROM case_ s JOIN json_to_recordset($13::json) AS e(id uuid, "lockVersion" int)
                      ON e.id = s.id AND e."lockVersion" = s.lock_version
     WHERE ${ENTERED} ORDER BY s.id FOR UPDATE OF s),`;

/** Who saves a draft holds the case, then the draft; the same order here, and what was saved meanwhile is seen. */
const draftSeen = (looksAtOthers: boolean): string => `
  held AS MATERIALIZED (
    SELECT c.id FROM case_ c WHERE ${ENTERED} AND c.id = $7 ${looksAtOthers ? 'AND (SELECT count(*) FROM looked) >= 0' : ''} FOR UPDATE),
  draft_seen AS MATERIALIZED (
    SELECT d.case_id FROM draft d
     WHERE d.case_id = (SELECT id FROM held) AND d.rev = ($11::json ->> 'draftRev')::int FOR UPDATE),`;

const PINS = `
           workflow_version_id = n."workflowVersionId", form_version_id = n."formVersionId",
           period = n.period, updated_at = CASE WHEN n."eventSeq" = c.event_seq THEN c.updated_at ELSE $10 END`;

/** The case itself. It and every case that the decision looked at must stand as they were read. */
const moved = ({ looksAtOthers, isPinned, carriesDraft }: Manner): string => `
  ${looksAtOthers ? LOOKED : ''}
  ${carriesDraft ? draftSeen(looksAtOthers) : ''}
  moved AS (
    UPDATE case_ c
       SET state = n.state, visit = n.visit, lock_version = n."lockVersion", status = n.status, opens_at = n."opensAt",
           entered_at = n."enteredAt", due = n.due, grace_until = n."graceUntil", report_due = n."reportDue",
           deadlines = n.deadlines, kept = n.kept, submission = n.submission, receipt = n.receipt, zero = n.zero,
           proxy = n.proxy, judged_at = n."judgedAt", judged_due = n."judgedDue", judged_submission = n."judgedSubmission",
           late = n.late, in_grace = n."inGrace", deeds = n.deeds, saved_by = n."savedBy", marks = n.marks,
           metrics = n.metrics, event_seq = n."eventSeq", event_hash = n."eventHash",
           ${isPinned ? PINS : 'updated_at = $10'}
      FROM json_to_record($11::json) AS n(
           state text, visit int, "lockVersion" int, status text, "opensAt" timestamptz, "enteredAt" timestamptz,
           due timestamptz, "graceUntil" timestamptz, "reportDue" timestamptz, deadlines jsonb, kept jsonb, submission int,
           receipt int, zero boolean, proxy boolean, "judgedAt" timestamptz, "judgedDue" timestamptz,
           "judgedSubmission" int, late boolean, "inGrace" boolean, deeds jsonb, "savedBy" uuid[], marks text[],
           metrics jsonb, "eventSeq" int, "eventHash" text${isPinned ? ', "workflowVersionId" uuid, "formVersionId" uuid, period jsonb' : ''})
     WHERE ${ENTERED} AND c.id = $7 AND c.lock_version = $8 AND c.event_seq = $9 AND c.workflow_version_id = $12
       ${looksAtOthers ? 'AND (SELECT count(*) FROM looked) = json_array_length($13::json)' : ''}
       ${carriesDraft ? 'AND EXISTS (SELECT FROM draft_seen)' : ''}
    RETURNING c.id, c.programme_id, c.organisation_id, c.workflow_id, c.period_key, c.submission, c.updated_at)`;

const placed = ({ sql }: WritePart, from: number): string =>
  sql.replaceAll(/\$(\d+)/g, (_, n: string) => `$${from + Number(n) - 1}`);

/** By the parts they are made of. */
const statements = new Map<string, { name: string; text: string }>();

interface Composed {
  name: string;
  text: string;
  values: unknown[];
}

const valuesOfCase = (changes: CaseChanges): Record<string, unknown> => ({
  ...caseColumns(changes.case, changes.head),
  ...(changes.pins && pinnedColumns(changes.case, changes.pins)),
  ...(changes.draft.kind === 'carry' && { draftRev: changes.draft.rev }),
});

/** The statement that has just the parts this step needs; each choice of parts is planned once a connection. */
const compose = (tenant: Tenant, changes: CaseChanges): Composed => {
  const { expected, looked, now } = changes;
  const manner: Manner = {
    looksAtOthers: looked.length > 0,
    isPinned: changes.pins !== undefined,
    carriesDraft: changes.draft.kind === 'carry',
  };
  const values = [
    ...tenantValues(tenant),
    expected.id,
    expected.lockVersion,
    expected.eventSeq,
    new Date(now),
    JSON.stringify(valuesOfCase(changes)),
    expected.versionId,
    ...(manner.looksAtOthers ? [JSON.stringify(looked)] : []),
  ];
  const parts: { part: WritePart; from: number }[] = [];
  for (const part of WRITE_PARTS) {
    const own = part.values(changes);
    if (own === null) continue;
    parts.push({ part, from: values.length + 1 });
    values.push(...own);
  }
  const choice = [JSON.stringify(manner), ...parts.map(({ part }) => part.name)].join(' ');
  const found = statements.get(choice) ?? {
    name: `case-write-${statements.size + 1}`,
    text: `WITH ${[TENANT, moved(manner), ...parts.map(({ part, from }) => placed(part, from))].join(',\n')}
     SELECT count(*)::int AS moved FROM moved`,
  };
  statements.set(choice, found);
  return { ...found, values };
};

const LOCK = 'SELECT id, lock_version AS "lockVersion" FROM case_ WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE';

class MovedOn extends Error {}

/** Writes what a step came to: one statement, so that it is there as a whole or not at all. */
@Injectable()
export class CaseWriteRepository {
  constructor(private readonly database: Database) {}

  /** False where the case, or one that was looked at, has moved on since it was read; nothing is written then. */
  async write(tenant: Tenant, changes: CaseChanges, sql: Sql = this.database): Promise<boolean> {
    const { name, text, values } = compose(tenant, changes);
    const rows = await sql.prepared<{ moved: number }>(name, text, values);
    return rows[0]?.moved === 1;
  }

  /**
   * Several steps as one: all rows are locked in the order of their ids, compared with what the decisions saw, and then
   * written. False, and nothing written, where one of them has moved on; `held` is the transaction of which it is a part.
   */
  async writeTogether(all: readonly CaseChanges[], held?: Sql): Promise<boolean> {
    const wanted = new Map(
      all.flatMap(({ expected, looked }) => [...looked, expected].map(({ id, lockVersion }) => [id, lockVersion])),
    );
    try {
      await this.asOne(held, async (sql) => {
        await enter(sql, 'system');
        const rows = await sql.prepared<{ id: string; lockVersion: number }>('cases-lock', LOCK, [[...wanted.keys()]]);
        const isAsSeen = ({ id, lockVersion }: { id: string; lockVersion: number }): boolean =>
          wanted.get(id) === lockVersion;
        if (rows.length !== wanted.size || !rows.every(isAsSeen)) throw new MovedOn();
        for (const changes of all)
          if (!(await this.write('system', { ...changes, looked: [] }, sql))) throw new MovedOn();
      });
      return true;
    } catch (error) {
      if (error instanceof MovedOn) return false;
      throw error;
    }
  }

  /** Whether the case still is as it was read. */
  async isAsSeen({ id, lockVersion }: { id: string; lockVersion: number }, sql: Sql = this.database): Promise<boolean> {
    const [row] = await sql.prepared<{ lockVersion: number }>(
      'case-lock-version',
      `WITH ${TENANT} SELECT lock_version AS "lockVersion" FROM case_ WHERE ${ENTERED} AND id = $7`,
      [...tenantValues('system'), id],
    );
    return row?.lockVersion === lockVersion;
  }

  /** All of the work or nothing of it, in a transaction of its own or as a part of one. */
  private async asOne(held: Sql | undefined, work: (sql: Sql) => Promise<void>): Promise<void> {
    if (held === undefined) return this.database.transaction(work);
    await held.query('SAVEPOINT together');
    try {
      await work(held);
    } catch (error) {
      await held.query('ROLLBACK TO SAVEPOINT together');
      throw error;
    }
    await held.query('RELEASE SAVEPOINT together');
  }

  /** For a timer whose command changed nothing. */
  async endTimer(id: string): Promise<void> {
    await this.database.prepared(
      'timer-end',
      `WITH ${TENANT} UPDATE timer SET status = 'fired' WHERE ${ENTERED} AND id = $7 AND status = 'pending'`,
      [...tenantValues('system'), id],
    );
  }
}
