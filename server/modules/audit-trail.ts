import type { Sql } from '../storage/database.ts';

/** One line of the installation's record: ids and codes, never a name, a phone or a text from a form. */
export interface AuditTrailLine {
  type: string;
  person: string | null;
  organisation?: string | null;
  case?: string | null;
  subject?: string | null;
  result?: 'done' | 'refused';
  detail?: string | null;
}

/** Where services record what stands in no case's own history. The line is part of the transaction of `sql`; call it last. */
export abstract class AuditTrail {
  abstract append(sql: Sql, line: AuditTrailLine): Promise<void>;
}
