import { Injectable } from '@nestjs/common';
import { Database } from '../../storage/database.ts';
import { ENTERED, TENANT, type Tenant, tenantValues } from '../../storage/tenant.ts';

/** A line of the history with the names of those whom it tells of. */
export interface HistoryLine {
  seq: number;
  type: string;
  action: string | null;
  from: string | null;
  to: string | null;
  actor: string | null;
  by: string | null;
  personId: string | null;
  onBehalf: boolean;
  comment: string | null;
  reasons: string[];
  versionId: string;
  at: Date;
  hash: string;
}

/** A frozen version; `data` only where it was asked for. */
export interface FrozenFacts {
  n: number;
  savedBy: string | null;
  savedAt: Date;
  zero: boolean;
  formVersionId: string;
  data: Record<string, unknown>;
}

const EVENTS = `
  WITH ${TENANT}
  SELECT e.seq, e.type, e.action, e.from_state AS "from", e.to_state AS "to", e.actor, p.name AS by, e.person_id AS "personId",
         e.on_behalf AS "onBehalf", t.comment, e.reasons, e.version_id AS "versionId", e.at, e.hash
    FROM event e
    LEFT JOIN event_text t ON t.case_id = e.case_id AND t.seq = e.seq
    LEFT JOIN person p ON p.id = e.person_id
   WHERE ${ENTERED} AND e.case_id = $7 ORDER BY e.seq`;

const submissions = (columns: string, condition: string): string => `
  WITH ${TENANT}
  SELECT s.n, p.name AS "savedBy", s.saved_at AS "savedAt", s.zero, s.form_version_id AS "formVersionId"${columns}
    FROM submission s LEFT JOIN person p ON p.id = s.saved_by
   WHERE ${ENTERED} AND s.case_id = $7 ${condition} ORDER BY s.n`;

/** The past of a case: its events and its versions. */
@Injectable()
export class HistoryRepository {
  constructor(private readonly database: Database) {}

  events(tenant: Tenant, caseId: string): Promise<HistoryLine[]> {
    return this.database.query<HistoryLine>(EVENTS, [...tenantValues(tenant), caseId]);
  }

  /** All versions without their data. */
  submissions(tenant: Tenant, caseId: string): Promise<Omit<FrozenFacts, 'data'>[]> {
    return this.database.query<FrozenFacts>(submissions('', ''), [...tenantValues(tenant), caseId]);
  }

  /** These versions with their data, in the order of their numbers. */
  versions(tenant: Tenant, caseId: string, numbers: readonly number[]): Promise<FrozenFacts[]> {
    const text = submissions(', s.data', 'AND s.n = ANY ($8::int[])');
    return this.database.query<FrozenFacts>(text, [...tenantValues(tenant), caseId, numbers]);
  }
}
