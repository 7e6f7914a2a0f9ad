import { Injectable } from '@nestjs/common';
import { Database } from '../../storage/database.ts';
import { ENTERED, TENANT, type Tenant, tenantValues } from '../../storage/tenant.ts';
import { RETURNED, type ReturnFacts } from './case-list.repository.ts';

export interface QueryFacts {
  id: string;
  submission: number;
  field: string;
  roster: string | null;
  row: string | null;
  status: 'open' | 'answered' | 'closed' | 'row_removed';
  openedBy: string;
  remarks: { by: string; at: string; text: string }[];
}

export interface AttachmentFacts {
  id: string;
  purpose: 'field' | 'original';
  field: string | null;
  roster: string | null;
  row: string | null;
  name: string;
  type: string;
  size: number;
  uploadedBy: string;
  uploadedAt: string;
}

/** What the page of a case shows beside what decisions need: names, remarks, files. */
export interface CaseExtras {
  queries: QueryFacts[];
  attachments: AttachmentFacts[];
  returned: ReturnFacts | null;
  /** Who saved the draft. */
  draftBy: string | null;
  /** Names of those who have claimed tasks, by id. */
  names: Record<string, string>;
}

const EXTRAS = `
  WITH ${TENANT}
  SELECT ${RETURNED} AS returned,
         (SELECT p.name FROM draft d JOIN person p ON p.id = d.saved_by WHERE d.case_id = c.id) AS "draftBy",
         coalesce((SELECT json_object_agg(p.id, p.name) FROM task t JOIN person p ON p.id = t.assignee_id
                    WHERE t.case_id = c.id AND t.visit = c.visit), '{}') AS names,
         coalesce((SELECT json_agg(json_build_object(
                            'id', q.id, 'submission', q.submission_n, 'field', q.field, 'roster', q.roster, 'row', q.row_id,
                            'status', q.status, 'openedBy', q.opened_by,
                            'remarks', (SELECT json_agg(json_build_object('by', p.name, 'at', r.at, 'text', r.text) ORDER BY r.at, r.id)
                                          FROM query_remark r JOIN person p ON p.id = r.person_id WHERE r.query_id = q.id))
                          ORDER BY q.id) FROM query q WHERE q.case_id = c.id), '[]') AS queries,
         coalesce((SELECT json_agg(json_build_object(
                            'id', a.id, 'purpose', a.purpose, 'field', a.field, 'roster', a.roster, 'row', a.row_id,
                            'name', a.name, 'type', f.type, 'size', f.size, 'uploadedBy', p.name, 'uploadedAt', a.uploaded_at)
                          ORDER BY a.id)
                     FROM attachment a JOIN file f ON f.sha256 = a.sha256 JOIN person p ON p.id = a.uploaded_by
                    WHERE a.case_id = c.id AND a.removed_at IS NULL), '[]') AS attachments
    FROM case_ c WHERE ${ENTERED} AND c.id = $7`;

const NOTHING: CaseExtras = { queries: [], attachments: [], returned: null, draftBy: null, names: {} };

@Injectable()
export class CaseExtrasRepository {
  constructor(private readonly database: Database) {}

  async read(tenant: Tenant, caseId: string): Promise<CaseExtras> {
    const [row] = await this.database.prepared<CaseExtras>('case-extras', EXTRAS, [...tenantValues(tenant), caseId]);
    return row ?? NOTHING;
  }
}
