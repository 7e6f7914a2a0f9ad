/**
 * What the product's submission is measured against: a handler without framework, rules or tenants, with Fastify, ajv and
 * pg alone, that checks the session and the form and writes the same number of rows of each kind in one statement. A
 * program of its own; its only argument is the order as JSON.
 */
import { createHash, randomUUID } from 'node:crypto';
import fastify from 'fastify';
import pg from 'pg';
import { v7 as newId } from 'uuid';
import type { RowCounts } from '../database/row-counts.ts';

export interface BareOrder {
  databaseUrl: string;
  connections: number;
  schema: Record<string, unknown>;
  rows: RowCounts;
}

const STATEMENT = `
  WITH who AS MATERIALIZED (
    SELECT s.person_id FROM session s JOIN person p ON p.id = s.person_id AND p.active
     WHERE s.token_hash = $1 AND s.csrf = $2 AND s.revoked_at IS NULL AND s.expires_at > now()),
  moved AS (
    UPDATE case_ c SET state = 'sent', visit = c.visit + 1, lock_version = c.lock_version + 1, submission = c.submission + 1,
           receipt = c.submission + 1, entered_at = now(), event_seq = c.event_seq + $6, event_hash = $7, updated_at = now()
      FROM who
     WHERE c.id = $3 AND c.lock_version = $4
       AND EXISTS (SELECT FROM membership m WHERE m.person_id = who.person_id AND m.organisation_id = c.organisation_id)
    RETURNING c.*, who.person_id),
  kept AS (
    INSERT INTO command (key, case_id, programme_id, organisation_id, request_hash, result, at)
    SELECT $5, m.id, m.programme_id, m.organisation_id, $7, '{"state":"sent"}', now() FROM moved m),
  told AS (
    INSERT INTO event (case_id, seq, programme_id, organisation_id, type, action, from_state, to_state, visit, actor, person_id,
                       on_behalf, reasons, payload, version_id, command_key, at, prev_hash, hash)
    SELECT m.id, m.event_seq - n + 1, m.programme_id, m.organisation_id, 'action', 'send', 'counting', 'sent', m.visit, 'grower',
           m.person_id, false, '{}', '{}', m.workflow_version_id, $5, now(), $7, $7
      FROM moved m, generate_series(1, $6) AS n),
  frozen AS (
    INSERT INTO submission (case_id, n, programme_id, organisation_id, form_version_id, data, zero, proxy, salt, saved_by, saved_at)
    SELECT m.id, m.submission, m.programme_id, m.organisation_id, m.form_version_id, $8, false, false, '', m.person_id, now()
      FROM moved m),
  draft_removed AS (DELETE FROM draft d USING moved m WHERE d.case_id = m.id),
  tasks_ended AS (UPDATE task t SET status = 'done' FROM moved m WHERE t.case_id = m.id AND t.status = 'open'),
  tasks_set AS (
    INSERT INTO task (id, case_id, programme_id, organisation_id, visit, key, status)
    SELECT u.id, m.id, m.programme_id, m.organisation_id, m.visit, 'check-' || u.id, 'open'
      FROM moved m, unnest($9::uuid[]) AS u(id)),
  timers_ended AS (UPDATE timer t SET status = 'cancelled' FROM moved m WHERE t.case_id = m.id AND t.status = 'pending'),
  timers_set AS (
    INSERT INTO timer (id, case_id, programme_id, organisation_id, visit, kind, key, n, fire_at)
    SELECT u.id, m.id, m.programme_id, m.organisation_id, m.visit, 'remind', 'check', u.n, now() + interval '5 days'
      FROM moved m, unnest($10::uuid[]) WITH ORDINALITY AS u(id, n)),
  sent AS (
    INSERT INTO outbox (id, topic, dedup_key, payload)
    SELECT u.id, 'bare', u.id::text, jsonb_build_object('case', m.id) FROM moved m, unnest($11::uuid[]) AS u(id))
  SELECT lock_version, state, updated_at FROM moved`;

interface Body {
  action: string;
  lockVersion: number;
  data: unknown;
}

const COOKIE = /(?:^|; )formflow=([^;]+)/;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const ids = (count: number): string[] => Array.from({ length: count }, () => newId());

const serve = async ({ databaseUrl, connections, schema, rows }: BareOrder): Promise<string> => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: connections, application_name: 'bare' });
  const server = fastify({ ajv: { customOptions: { coerceTypes: false, removeAdditional: false, strict: false } } });
  const body = {
    type: 'object',
    required: ['action', 'lockVersion', 'data'],
    properties: { action: { const: 'send' }, lockVersion: { type: 'integer' }, data: schema },
  };
  server.post<{ Params: { id: string }; Body: Body }>(
    '/api/cases/:id/actions',
    { schema: { body } },
    async (request, reply) => {
      const { data, lockVersion } = request.body;
      const text = JSON.stringify(data);
      const values = [
        sha256(COOKIE.exec(request.headers.cookie ?? '')?.[1] ?? ''),
        request.headers['x-csrf-token'],
        request.params.id,
        lockVersion,
        request.headers['idempotency-key'] ?? randomUUID(),
        rows.event,
        sha256(text),
        text,
        ids(rows.task),
        ids(rows.timer),
        ids(rows.outbox),
      ];
      const result = await pool.query<Record<string, unknown>>({ name: 'submit', text: STATEMENT, values });
      if (result.rows[0] === undefined) return reply.status(409).send({ code: 'stale' });
      return result.rows[0];
    },
  );
  return server.listen({ host: '127.0.0.1', port: 0 });
};

const address = await serve(JSON.parse(process.argv[2] ?? '{}') as BareOrder);
process.stdout.write(`bare handler: ${address}\n`);
