import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';

/** What `installCases` made: two organisations of one programme with a case each, and a case of the programme itself. */
export interface Installed {
  programme: string;
  /** Has the organisation `mine` under it, and nothing else. */
  parent: string;
  mine: string;
  other: string;
  person: string;
  mineCase: string;
  otherCase: string;
}

type Add = (table: string, row: Record<string, unknown>) => Promise<unknown>;

const adding =
  (owner: DataSource): Add =>
  (table, row) => {
    const columns = Object.keys(row);
    const places = columns.map((_, n) => `$${n + 1}`);
    return owner.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
      Object.values(row),
    );
  };

const AT = new Date('2024-03-25T01:00:00Z');

const definitions = async (add: Add, programme: string): Promise<{ workflow: string; version: string }> => {
  const [workflow, version] = [uuid(), uuid()];
  await add('definition', { id: workflow, programme_id: programme, kind: 'Workflow', key: 'w' });
  const text = { content_hash: '', source: '', status: 'published', published_at: AT };
  await add('definition_version', { id: version, definition_id: workflow, n: 1, ...text });
  return { workflow, version };
};

/** Rows of every table of organisations' data, as raw as the database takes them: for tests below the rules. */
export const installCases = async (owner: DataSource): Promise<Installed> => {
  const add = adding(owner);
  const [programme, parent, mine, other, person, stranger] = [uuid(), uuid(), uuid(), uuid(), uuid(), uuid()];
  const [mineCase, otherCase, programmeCase] = [uuid(), uuid(), uuid()];
  await add('programme', { id: programme, key: programme });
  for (const id of [person, stranger]) await add('person', { id, account: id, name: 'Ada' });
  for (const id of [parent, other]) await add('organisation', { id, code: id, title: id });
  await add('organisation', { id: mine, code: mine, title: mine, parent_id: parent });
  const { workflow, version } = await definitions(add, programme);
  const of = { programme_id: programme, workflow_id: workflow, workflow_version_id: version, form_version_id: version };
  const begun = { state: 'open', status: 'open', entered_at: AT };
  await add('case_', { id: programmeCase, subject_key: 'all', ...of, ...begun });
  await add('case_', { id: mineCase, subject_key: 'mine', organisation_id: mine, ...of, ...begun });
  await add('case_', { id: otherCase, subject_key: 'other', organisation_id: other, ...of, ...begun });
  const common = { programme, workflow, version };
  await belongings(add, { ...common, organisation: mine, caseId: mineCase, person });
  await belongings(add, { ...common, organisation: other, caseId: otherCase, person: stranger });
  return { programme, parent, mine, other, person, mineCase, otherCase };
};

interface Owned {
  programme: string;
  organisation: string;
  caseId: string;
  workflow: string;
  version: string;
  person: string;
}

const belongings = async (
  add: Add,
  { programme, organisation, caseId, workflow, version, person }: Owned,
): Promise<void> => {
  const [query, sha256] = [uuid(), `${uuid()}${uuid()}`.replaceAll('-', '')];
  const tenant = { programme_id: programme, organisation_id: organisation };
  const of = { case_id: caseId, ...tenant };
  const saved = { form_version_id: version, data: {}, saved_by: person, saved_at: AT };
  await add('draft', { ...of, ...saved, rev: 1 });
  await add('submission', { ...of, ...saved, n: 1, zero: false, proxy: false, salt: '' });
  const asked = { status: 'open', opened_by: person, opened_at: AT };
  await add('query', { ...of, ...asked, id: query, submission_n: 1, field: 'f' });
  await add('query_remark', { ...tenant, id: uuid(), query_id: query, person_id: person, text: '', at: AT });
  const event = { type: 'opened', visit: 1, on_behalf: false, reasons: [], payload: {}, version_id: version };
  await add('event', { ...of, ...event, seq: 1, at: AT, prev_hash: '', hash: 'a'.repeat(64) });
  await add('event_text', { ...of, seq: 1, salt: '', comment: '' });
  await add('task', { ...of, id: uuid(), visit: 1, key: 't', status: 'open' });
  const granted = { reason: '', granted_by: person, granted_at: AT };
  await add('exemption', { ...of, ...granted, id: uuid() });
  await add('deadline_override', { ...tenant, ...granted, id: uuid(), workflow_id: workflow, key: 'd', due: AT });
  await add('settlement', {
    ...tenant,
    id: uuid(),
    workflow_id: workflow,
    status: 'met',
    messages: '[]',
    judged_at: AT,
  });
  await add('timer', { ...of, id: uuid(), visit: 1, kind: 'due', key: 'd', n: 0, fire_at: AT });
  await add('command', { ...of, key: uuid(), request_hash: '', result: {}, at: AT });
  await add('file', { sha256, size: 1, type: 'image/png' });
  const uploaded = { uploaded_by: person, uploaded_at: AT, after_submission: 0 };
  await add('attachment', { ...of, ...uploaded, id: uuid(), purpose: 'original', sha256, name: 'a.png' });
  const notice = { title: '', body: '', at: AT, dedup_key: uuid() };
  await add('notice', { ...of, ...notice, id: uuid(), person_id: person });
  const plan = uuid();
  const to = { workflow_id: workflow, to_version_id: version, dates: 'move' };
  await add('migration_plan', { id: plan, publication_id: uuid(), ...to });
  const from = { from_version_id: version, from_state: 'open', chunk: 0, lock_version: 0 };
  await add('migration_item', { ...of, ...from, plan_id: plan });
};
