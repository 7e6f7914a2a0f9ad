import { createHash } from 'node:crypto';

/** One line of the installation's record: ids and codes, never a name, a phone or a text that somebody typed. */
export interface AuditLine {
  type: string;
  person: string | null;
  organisation?: string | null;
  case?: string | null;
  /** What it was done to, as `kind:id` or `kind:code`. */
  subject?: string | null;
  result?: 'done' | 'refused';
  /** Words of the product about what changed: names of columns, roles, counts. */
  detail?: string | null;
}

export interface ChainedLine extends Required<AuditLine> {
  seq: number;
  at: Date;
}

/** SHA-256 over the hash before and the line in a fixed order; a list has one form only, unlike an object. */
export const auditHash = (previous: string, line: ChainedLine): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        previous,
        line.seq,
        line.at.toISOString(),
        line.type,
        line.person,
        line.organisation,
        line.case,
        line.subject,
        line.result,
        line.detail,
      ]),
    )
    .digest('hex');
