import { createHash } from 'node:crypto';
import type { AuditTrailLine } from '../audit-trail.ts';

export interface ChainedLine extends Required<AuditTrailLine> {
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
