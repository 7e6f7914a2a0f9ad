/**
 * The parts of the statement that writes a step. Each belongs to one kind of row and takes one or more values; only those
 * that a step needs are put together, because every part costs the database time to begin and to check whose row it is.
 * All of them read `moved`, the case that the step has moved: where it did not, they do nothing.
 */
import type { TaskToSet } from './case-changes.ts';
import { extensionRevoked } from './extension-revoked.ts';
import type { WritePart } from './write-part.ts';

const json = (items: readonly unknown[]): unknown[] | null => (items.length === 0 ? null : [JSON.stringify(items)]);

const answer: WritePart = {
  name: 'answer',
  sql: `answer_kept AS (
    INSERT INTO command (key, case_id, programme_id, organisation_id, request_hash, result, at)
    SELECT $1, m.id, m.programme_id, m.organisation_id, $2, $3::json, m.updated_at FROM moved m)`,
  values: ({ answer: given }) => (given === null ? null : [given.key, given.requestHash, JSON.stringify(given.result)]),
};

const events: WritePart = {
  name: 'events',
  sql: `events_told AS (
    INSERT INTO event (case_id, seq, programme_id, organisation_id, type, action, kind, from_state, to_state, visit, actor,
                       person_id, on_behalf, reasons, payload, version_id, command_key, text_digest, at, prev_hash, hash)
    SELECT m.id, e.seq, m.programme_id, m.organisation_id, e.type, e.action, e.kind, e."from", e."to", e.visit, e.actor,
           e.person, e."onBehalf", e.reasons, e.payload, e.version, e."commandKey", e."textDigest",
           to_timestamp(e.at / 1000.0), e."prevHash", e.hash
      FROM moved m, json_to_recordset($1::json) AS e(
           seq int, type text, action text, kind text, "from" text, "to" text, visit int, actor text, person uuid,
           "onBehalf" boolean, reasons text[], payload jsonb, version uuid, "commandKey" text, "textDigest" text,
           at numeric, "prevHash" text, hash text))`,
  values: (changes) => json(changes.events),
};

const texts: WritePart = {
  name: 'texts',
  sql: `texts_kept AS (
    INSERT INTO event_text (case_id, seq, programme_id, organisation_id, salt, comment)
    SELECT m.id, t.seq, m.programme_id, m.organisation_id, t.salt, t.comment
      FROM moved m, json_to_recordset($1::json) AS t(seq int, salt text, comment text))`,
  values: (changes) => json(changes.texts),
};

const frozen: WritePart = {
  name: 'frozen',
  sql: `versions_frozen AS (
    INSERT INTO submission (case_id, n, programme_id, organisation_id, form_version_id, data, gathered, zero, proxy, salt, saved_by, saved_at)
    SELECT m.id, f.n, m.programme_id, m.organisation_id, f."formVersionId", f.data, f.gathered, f.zero, f.proxy, f.salt, f."savedBy",
           m.updated_at
      FROM moved m, json_to_recordset($1::json) AS f(
           n int, "formVersionId" uuid, data jsonb, gathered jsonb, zero boolean, proxy boolean, salt text, "savedBy" uuid))`,
  values: (changes) => json(changes.frozen),
};

const draftRemoved: WritePart = {
  name: 'draft-removed',
  sql: `draft_removed AS (DELETE FROM draft d USING moved m WHERE d.case_id = m.id)`,
  values: ({ draft }) => (draft.kind === 'remove' ? [] : null),
};

const draftReplaced: WritePart = {
  name: 'draft-replaced',
  sql: `draft_replaced AS (
    INSERT INTO draft (case_id, programme_id, organisation_id, rev, form_version_id, data, saved_by, saved_at)
    SELECT m.id, m.programme_id, m.organisation_id, 1, $1::uuid, $2::jsonb, $3::uuid, m.updated_at FROM moved m
    ON CONFLICT (case_id) DO UPDATE SET rev = draft.rev + 1, form_version_id = excluded.form_version_id,
       data = excluded.data, saved_by = excluded.saved_by, saved_at = excluded.saved_at)`,
  values: ({ draft }) =>
    draft.kind === 'replace' ? [draft.formVersionId, JSON.stringify(draft.data), draft.savedBy] : null,
};

const draftCarried: WritePart = {
  name: 'draft-carried',
  sql: `draft_carried AS (UPDATE draft d SET data = $1::jsonb, rev = d.rev + 1 FROM moved m WHERE d.case_id = m.id)`,
  values: ({ draft }) => (draft.kind === 'carry' ? [JSON.stringify(draft.data)] : null),
};

const taskName = ({ visit, key }: { visit: number; key: string }): string => `${visit}/${key}`;
const seatName = (task: TaskToSet): string => `${taskName(task)}/${task.subject}/${task.slot}`;

const tasksEnded: WritePart = {
  name: 'tasks-ended',
  sql: `tasks_ended AS (
    UPDATE task t SET status = CASE WHEN t.visit || '/' || t.key = ANY ($2::text[]) THEN 'done' ELSE 'cancelled' END
      FROM moved m
     WHERE t.case_id = m.id AND t.visit = ANY ($1::int[]) AND t.status = 'open'
       AND concat_ws('/', t.visit, t.key, t.subject, t.slot) <> ALL ($3::text[]))`,
  values: ({ ended, tasks }) =>
    ended.length === 0
      ? null
      : [
          ended.map(({ visit }) => visit),
          ended.flatMap(({ visit, done }) => done.map((key) => taskName({ visit, key }))),
          tasks.map(seatName),
        ],
};

const tasksSet: WritePart = {
  name: 'tasks-set',
  sql: `tasks_set AS (
    INSERT INTO task (id, case_id, programme_id, organisation_id, visit, key, subject, slot, assignee_id, status, outcome)
    SELECT s.id, m.id, m.programme_id, m.organisation_id, s.visit, s.key, s.subject, s.slot, s.assignee, s.status, s.outcome
      FROM moved m, json_to_recordset($1::json) AS s(
           id uuid, visit int, key text, subject text, slot int, assignee uuid, status text, outcome text)
    ON CONFLICT (case_id, visit, key, subject, slot)
    DO UPDATE SET assignee_id = excluded.assignee_id, status = excluded.status, outcome = excluded.outcome)`,
  values: ({ tasks }) => json(tasks),
};

const marksKept: WritePart = {
  name: 'marks-kept',
  sql: `marks_kept AS (
    INSERT INTO mark (case_id, visit, key, subject, person_id, form_version_id, data, saved_at, finished_at, programme_id, organisation_id)
    SELECT m.id, s.visit, s.key, s.subject, s.person, s."formVersion", s.data, m.updated_at, m.updated_at, m.programme_id,
           m.organisation_id
      FROM moved m, json_to_recordset($1::json) AS s(
           visit int, key text, subject text, person uuid, "formVersion" uuid, data jsonb)
    ON CONFLICT (case_id, visit, key, subject, person_id)
    DO UPDATE SET form_version_id = excluded.form_version_id, data = excluded.data, saved_at = excluded.saved_at,
       finished_at = excluded.finished_at)`,
  values: ({ marks }) => json(marks),
};

const matterOpened: WritePart = {
  name: 'matter-opened',
  sql: `matter_opened AS (
    INSERT INTO matter (id, case_id, programme_id, organisation_id, key, status, text, form_version_id, data, opened_by,
                        stranger, contact, receipt, opened_at)
    SELECT $1::uuid, m.id, m.programme_id, m.organisation_id, $2, 'open', $3, $4::uuid, $5::jsonb, $6::uuid, $7::text,
           $8::text, $9::text, m.updated_at
      FROM moved m)`,
  values: ({ matter }) => {
    if (matter?.kind !== 'open') return null;
    const { id, key, text, form, person, stranger } = matter;
    const data = form === null ? null : JSON.stringify(form.data);
    const [name, contact, receipt] = [stranger?.name, stranger?.contact, stranger?.receipt];
    return [id, key, text, form?.version ?? null, data, person, name ?? null, contact ?? null, receipt ?? null];
  },
};

const matterClosed: WritePart = {
  name: 'matter-closed',
  sql: `matter_closed AS (
    UPDATE matter t SET status = 'closed', answer = $2, closed_by = $3::uuid, closed_at = m.updated_at
      FROM moved m WHERE t.case_id = m.id AND t.id = $1::uuid AND t.status = 'open')`,
  values: ({ matter }) => (matter?.kind === 'close' ? [matter.id, matter.answer, matter.person] : null),
};

// A settlement is of no visit: only a newer wish takes its place.
const timersEnded: WritePart = {
  name: 'timers-ended',
  sql: `timers_ended AS (
    UPDATE timer t SET status = CASE WHEN t.id = $2::uuid THEN 'fired' ELSE 'cancelled' END FROM moved m
     WHERE t.case_id = m.id AND t.status = 'pending'
       AND (t.id = $2::uuid OR t.kind <> 'settle' AND t.visit = ANY ($1::int[]))
       AND concat_ws('/', t.visit, t.kind, t.key, t.n) <> ALL ($3::text[]))`,
  values: ({ ended, plannedVisits, firedTimer, timers, expected }) => {
    const visits = [...ended.map(({ visit }) => visit), ...plannedVisits];
    if (visits.length === 0 && firedTimer === null) return null;
    const own = timers.filter(({ caseId }) => caseId === expected.id);
    return [visits, firedTimer, own.map(({ visit, kind, key, n }) => `${visit}/${kind}/${key}/${n}`)];
  },
};

// What has fired at the very instant that is wished for does not fire again.
const timersSet: WritePart = {
  name: 'timers-set',
  sql: `timers_set AS (
    INSERT INTO timer (id, case_id, programme_id, organisation_id, visit, kind, key, n, fire_at)
    SELECT w.id, w."caseId", m.programme_id, m.organisation_id, w.visit, w.kind, w.key, w.n, w."fireAt"
      FROM moved m, json_to_recordset($1::json) AS w(
           id uuid, "caseId" uuid, visit int, kind text, key text, n int, "fireAt" timestamptz)
    ON CONFLICT (case_id, visit, kind, key, n)
    DO UPDATE SET id = excluded.id, fire_at = excluded.fire_at, status = 'pending'
     WHERE timer.status = 'cancelled' OR timer.fire_at <> excluded.fire_at OR timer.id = $2::uuid)`,
  values: ({ timers, firedTimer }) => (timers.length === 0 ? null : [JSON.stringify(timers), firedTimer]),
};

const extended: WritePart = {
  name: 'extended',
  sql: `extended AS (
    INSERT INTO deadline_override (id, workflow_id, programme_id, organisation_id, key, period_key, due, reason, granted_by, granted_at)
    SELECT x.id, m.workflow_id, m.programme_id, m.organisation_id, x.key, m.period_key, x.due, x.reason, x."grantedBy",
           m.updated_at
      FROM moved m, json_to_recordset($1::json) AS x(id uuid, key text, due timestamptz, reason text, "grantedBy" uuid))`,
  values: ({ extensions }) => json(extensions),
};

const exempted: WritePart = {
  name: 'exempted',
  sql: `exempted AS (
    INSERT INTO exemption (id, case_id, programme_id, organisation_id, reason, granted_by, granted_at)
    SELECT x.id, m.id, m.programme_id, m.organisation_id, x.reason, x."grantedBy", m.updated_at
      FROM moved m, json_to_recordset($1::json) AS x(id uuid, reason text, "grantedBy" uuid))`,
  values: ({ exemptions }) => json(exemptions),
};

const settled: WritePart = {
  name: 'settled',
  sql: `settled AS (
    INSERT INTO settlement (id, workflow_id, programme_id, organisation_id, status, messages, judged_at)
    SELECT x.id, m.workflow_id, m.programme_id, m.organisation_id, x.status, x.messages, m.updated_at
      FROM moved m, json_to_recordset($1::json) AS x(id uuid, status text, messages jsonb)
    ON CONFLICT (workflow_id, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'))
    DO UPDATE SET status = excluded.status, messages = excluded.messages, judged_at = excluded.judged_at)`,
  values: ({ settlements }) => json(settlements),
};

const rowsRemoved: WritePart = {
  name: 'rows-removed',
  sql: `rows_removed AS (
    UPDATE query q SET status = 'row_removed' FROM moved m WHERE q.case_id = m.id AND q.id = ANY ($1::uuid[]))`,
  values: ({ removedQueries }) => (removedQueries.length === 0 ? null : [removedQueries]),
};

const sent: WritePart = {
  name: 'sent',
  sql: `sent AS (
    INSERT INTO outbox (id, topic, dedup_key, payload)
    SELECT o.id, o.topic, o."dedupKey", o.payload
      FROM moved m, json_to_recordset($1::json) AS o(id uuid, topic text, "dedupKey" text, payload jsonb))`,
  values: ({ outbox }) => json(outbox),
};

const queryOpened: WritePart = {
  name: 'query-opened',
  sql: `query_opened AS (
    INSERT INTO query (id, case_id, programme_id, organisation_id, submission_n, field, roster, row_id, status, opened_by, opened_at)
    SELECT $1::uuid, m.id, m.programme_id, m.organisation_id, $2::int, $3, $4::text, $5::uuid, 'open', $6::uuid, m.updated_at
      FROM moved m)`,
  values: ({ query }) =>
    query?.kind === 'open'
      ? [query.id, query.submission, query.field, query.roster, query.row, query.remark.person]
      : null,
};

const queryAnswered: WritePart = {
  name: 'query-answered',
  sql: `query_answered AS (UPDATE query q SET status = 'answered' FROM moved m WHERE q.case_id = m.id AND q.id = $1::uuid)`,
  values: ({ query }) => (query?.kind === 'answer' ? [query.id] : null),
};

const queryClosed: WritePart = {
  name: 'query-closed',
  sql: `query_closed AS (
    UPDATE query q SET status = 'closed', closed_at = m.updated_at FROM moved m WHERE q.case_id = m.id AND q.id = $1::uuid)`,
  values: ({ query }) => (query?.kind === 'close' ? [query.id] : null),
};

const remarked: WritePart = {
  name: 'remarked',
  sql: `remarked AS (
    INSERT INTO query_remark (id, query_id, programme_id, organisation_id, person_id, text, at)
    SELECT $1::uuid, $2::uuid, m.programme_id, m.organisation_id, $3::uuid, $4, m.updated_at FROM moved m)`,
  values: ({ query }) =>
    query === undefined || query.kind === 'close'
      ? null
      : [query.remark.id, query.id, query.remark.person, query.remark.text],
};

const fileAttached: WritePart = {
  name: 'file-attached',
  sql: `file_attached AS (
    INSERT INTO attachment (id, case_id, programme_id, organisation_id, purpose, field, roster, row_id, sha256, name,
                            after_submission, uploaded_by, uploaded_at, declared)
    SELECT $1::uuid, m.id, m.programme_id, m.organisation_id, $2, $3::text, $4::text, $5::uuid, $6, $7, m.submission,
           $8::uuid, m.updated_at, $9::boolean
      FROM moved m)`,
  values: ({ file }) => {
    if (file?.kind !== 'attach') return null;
    const { id, purpose, cell, sha256, name, person, declared } = file;
    const place = [cell?.field ?? null, cell?.roster ?? null, cell?.row ?? null];
    return [id, purpose, ...place, sha256, name, person, declared];
  },
};

const fileMarked: WritePart = {
  name: 'file-marked',
  sql: `file_marked AS (UPDATE attachment a SET removed_at = m.updated_at FROM moved m WHERE a.case_id = m.id AND a.id = $1::uuid)`,
  values: ({ file }) => (file?.kind === 'mark' ? [file.id] : null),
};

const fileDeleted: WritePart = {
  name: 'file-deleted',
  sql: `file_deleted AS (DELETE FROM attachment a USING moved m WHERE a.case_id = m.id AND a.id = $1::uuid)`,
  values: ({ file }) => (file?.kind === 'delete' ? [file.id] : null),
};

// What a crash would lose of this is done again, so that the commit need not wait for the disk.
const itemCarried: WritePart = {
  name: 'item-carried',
  sql: `item_carried AS (
    UPDATE migration_item i
       SET status = 'done', to_state = $2, moved_since = $3::boolean, before = $4::jsonb, lock_after = $5::int, finished_at = now()
      FROM moved m
     WHERE i.plan_id = $1::uuid AND i.case_id = m.id AND set_config('synchronous_commit', 'off', true) = 'off')`,
  values: ({ item, case: { lockVersion } }) =>
    item === undefined ? null : [item.planId, item.toState, item.movedSince, JSON.stringify(item.before), lockVersion],
};

export const WRITE_PARTS: readonly WritePart[] = [
  answer,
  events,
  texts,
  frozen,
  draftRemoved,
  draftReplaced,
  draftCarried,
  tasksEnded,
  tasksSet,
  marksKept,
  matterOpened,
  matterClosed,
  timersEnded,
  timersSet,
  extended,
  extensionRevoked,
  exempted,
  settled,
  rowsRemoved,
  sent,
  queryOpened,
  queryAnswered,
  queryClosed,
  remarked,
  fileAttached,
  fileMarked,
  fileDeleted,
  itemCarried,
];
