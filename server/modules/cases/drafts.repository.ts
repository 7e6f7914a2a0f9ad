import { Injectable } from '@nestjs/common';
import { Database } from '../../storage/database.ts';
import { NOW } from '../../storage/now.ts';
import { ENTERED, TENANT, type Tenant, tenantValues } from '../../storage/tenant.ts';

/** Data to keep as the draft of a case, for those who last saw revision `rev` (0: none) in the case's present visit. */
export interface DraftToSave {
  caseId: string;
  visit: number;
  rev: number;
  formVersionId: string;
  data: Record<string, unknown>;
  savedBy: string;
}

// The lock keeps a step from freezing the draft at the same moment: what is saved after a submit would be lost in it.
const SAVE = `
  WITH ${TENANT},
  target AS (
    SELECT c.id, c.programme_id, c.organisation_id FROM case_ c
     WHERE ${ENTERED} AND c.id = $7 AND c.visit = $8 AND c.status = 'open' FOR SHARE)
  INSERT INTO draft AS d (case_id, programme_id, organisation_id, rev, form_version_id, data, saved_by, saved_at)
  SELECT t.id, t.programme_id, t.organisation_id, 1, $10, $11, $12, ${NOW} FROM target t
   WHERE $9::int = 0 OR EXISTS (SELECT FROM draft o WHERE o.case_id = t.id)
  ON CONFLICT (case_id) DO UPDATE
     SET rev = d.rev + 1, form_version_id = excluded.form_version_id, data = excluded.data, saved_by = excluded.saved_by,
         saved_at = excluded.saved_at
   WHERE d.rev = $9
  RETURNING d.rev, d.saved_at AS "savedAt"`;

@Injectable()
export class DraftsRepository {
  constructor(private readonly database: Database) {}

  /** Undefined where somebody else saved meanwhile, or the case went on. */
  async save(tenant: Tenant, draft: DraftToSave): Promise<{ rev: number; savedAt: Date } | undefined> {
    const { caseId, visit, rev, formVersionId, data, savedBy } = draft;
    const values = [caseId, visit, rev, formVersionId, JSON.stringify(data), savedBy];
    const [row] = await this.database.prepared<{ rev: number; savedAt: Date }>('draft-save', SAVE, [
      ...tenantValues(tenant),
      ...values,
    ]);
    return row;
  }
}
