import type { WritePart } from './write-part.ts';

/** An extension that is taken back counts no more; it stays as it was granted. */
export const extensionRevoked: WritePart = {
  name: 'extension-revoked',
  sql: `extension_revoked AS (
    UPDATE deadline_override o SET revoked_at = m.updated_at
      FROM moved m
     WHERE o.workflow_id = m.workflow_id AND o.organisation_id = m.organisation_id AND o.revoked_at IS NULL
       AND o.period_key IS NOT DISTINCT FROM m.period_key AND o.key = ANY ($1::text[]))`,
  values: ({ events }) => {
    const keys = events.flatMap(({ type, payload }) =>
      type === 'extension-revoked' ? [String(payload['deadline'])] : [],
    );
    return keys.length === 0 ? null : [keys];
  },
};
