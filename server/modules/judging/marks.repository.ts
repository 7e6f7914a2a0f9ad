import { Injectable } from '@nestjs/common';
import { Database } from '../../storage/database.ts';
import { NOW } from '../../storage/now.ts';
import { ENTERED, TENANT, type Tenant, tenantValues } from '../../storage/tenant.ts';

export interface StoredMark {
  key: string;
  subject: string;
  person: string;
  data: Record<string, unknown>;
  isFinished: boolean;
}

const OF_VISIT = `
  WITH ${TENANT}
  SELECT key, subject, person_id AS person, data, finished_at IS NOT NULL AS "isFinished"
    FROM mark WHERE ${ENTERED} AND case_id = $7 AND visit = $8 ORDER BY key, subject, person_id`;

/** Of each marks the latest visit in which somebody finished a sheet: a case that came back is judged anew. */
const STANDING = `
  WITH ${TENANT}
  SELECT k.key, k.subject, k.person_id AS person, k.data, true AS "isFinished"
    FROM mark k
   WHERE ${ENTERED} AND k.case_id = $7 AND k.finished_at IS NOT NULL
     AND k.visit = (SELECT max(l.visit) FROM mark l WHERE l.case_id = k.case_id AND l.key = k.key AND l.finished_at IS NOT NULL)
   ORDER BY k.key, k.subject, k.person_id`;

const SAVE = `
  WITH ${TENANT}
  INSERT INTO mark (case_id, visit, key, subject, person_id, form_version_id, data, saved_at, programme_id, organisation_id)
  SELECT c.id, c.visit, $9, $10, $11::uuid, $12::uuid, $13::jsonb, ${NOW}, c.programme_id, c.organisation_id
    FROM case_ c WHERE ${ENTERED} AND c.id = $7 AND c.visit = $8
  ON CONFLICT (case_id, visit, key, subject, person_id)
  DO UPDATE SET form_version_id = excluded.form_version_id, data = excluded.data, saved_at = excluded.saved_at
   WHERE mark.finished_at IS NULL
  RETURNING saved_at AS "savedAt"`;

export interface SheetToSave {
  caseId: string;
  visit: number;
  key: string;
  subject: string;
  person: string;
  formVersion: string;
  data: Record<string, unknown>;
}

/** Judges' sheets as rows. */
@Injectable()
export class MarksRepository {
  constructor(private readonly database: Database) {}

  ofVisit(tenant: Tenant, caseId: string, visit: number): Promise<StoredMark[]> {
    return this.database.prepared('marks-of-visit', OF_VISIT, [...tenantValues(tenant), caseId, visit]);
  }

  standing(caseId: string): Promise<StoredMark[]> {
    return this.database.prepared('marks-standing', STANDING, [...tenantValues('system'), caseId]);
  }

  /** Undefined where the sheet is finished, or the case has moved on. */
  async save(tenant: Tenant, sheet: SheetToSave): Promise<Date | undefined> {
    const { caseId, visit, key, subject, person, formVersion, data } = sheet;
    const rows = await this.database.prepared<{ savedAt: Date }>('mark-save', SAVE, [
      ...tenantValues(tenant),
      ...[caseId, visit, key, subject, person, formVersion, JSON.stringify(data)],
    ]);
    return rows[0]?.savedAt;
  }
}
