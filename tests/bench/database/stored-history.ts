import { FreshCases } from './fresh-cases.ts';
import type { Stage } from './stage.ts';

/** As a case that was sent, returned, mended, sent and approved has them. */
const EVENTS_A_CASE = 5;

/** Gives every case in `past` a history, a submission and a command, as years of use would leave them, and ends it. */
const STATEMENTS = [
  `INSERT INTO event (case_id, seq, programme_id, organisation_id, type, action, from_state, to_state, visit, actor, on_behalf,
                      reasons, payload, version_id, at, prev_hash, hash)
   SELECT p.id, n, p.programme_id, p.organisation_id, 'action', 'send', 'counting', 'sent', 2, 'grower', false, '{}',
          '{"frozen": [{"n": 1}]}', p.workflow_version_id, now(), repeat('a', 64), repeat('b', 64)
     FROM past p, generate_series(2, ${EVENTS_A_CASE}) AS n`,
  `INSERT INTO command (key, case_id, programme_id, organisation_id, request_hash, result, at)
   SELECT 'u:' || p.id, p.id, p.programme_id, p.organisation_id, repeat('c', 64), '{}', now() FROM past p`,
  `UPDATE timer SET status = 'cancelled' FROM past p WHERE p.id = case_id`,
  `UPDATE task SET status = 'done' FROM past p WHERE p.id = case_id`,
  `UPDATE case_ c SET status = 'done', state = 'approved', submission = 1, receipt = 1, event_seq = ${EVENTS_A_CASE}
     FROM past p WHERE p.id = c.id`,
];

const SUBMISSIONS = `
  INSERT INTO submission (case_id, n, programme_id, organisation_id, form_version_id, data, zero, proxy, salt, saved_at)
  SELECT p.id, 1, p.programme_id, p.organisation_id, p.form_version_id, $1, false, false, '', now() FROM past p`;

/** Stores so many events, in cases spread over all organisations, each with what was submitted. Answers how many there are. */
export const storeHistory = async (stage: Stage, events: number, submitted: object): Promise<number> => {
  const { sql, submitters } = stage;
  await sql.query('CREATE TABLE begun AS SELECT id FROM case_');
  const cases = await FreshCases.of(stage);
  await cases.provide(submitters.length, Math.ceil(events / EVENTS_A_CASE / submitters.length));
  await sql.query(
    `CREATE TABLE past AS SELECT id, programme_id, organisation_id, workflow_version_id, form_version_id
       FROM case_ WHERE id NOT IN (SELECT id FROM begun)`,
  );
  for (const statement of STATEMENTS) await sql.query(statement);
  await sql.query(SUBMISSIONS, [submitted]);
  await sql.query('DROP TABLE past, begun');
  await sql.query('VACUUM ANALYZE');
  const { rows } = await sql.query<{ count: number }>('SELECT count(*)::int AS count FROM event');
  return rows[0]?.count ?? 0;
};
