import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Work } from '../../../server/work/start-work.ts';
import type { Browser } from '../../support/app.ts';
import { type Harbour, berths, harbour, send, view } from '../../support/harbour.ts';
import { aPerson } from '../../support/people.ts';
import {
  FORM,
  WORKFLOW,
  confirm,
  counted,
  edit,
  hands,
  listed,
  make,
  preview,
  publish,
  publishTogether,
  settled,
  textOf,
  withdraw,
  words,
} from './gate.ts';

const TITLE = '"title": "Berth list",\n  "type"';
const REQUIRED = '"required": ["name", "owner", "length"]';
const FLAG = '"flag": {"type": "string", "title": "Flag", "maxLength": 40}';
const LENGTH = '"length": {"type"';
const REMARK = '    "remark": {"type": "string", "title": "Remark", "maxLength": 400},\n';

describe('publishing from the browser', () => {
  let system: Harbour;
  let ada: Browser;
  let ben: Browser;
  let nora: Browser;
  let work: Work;

  beforeAll(async () => {
    system = await harbour();
    for (const account of ['ada', 'ben']) await aPerson(system.sql, account, [{ role: 'administrator' }]);
    work = await hands(system);
    [ada, ben, nora] = await Promise.all([system.as('ada'), system.as('ben'), system.as('nora')]);
  });
  afterAll(async () => {
    await work.stop();
    await system.close();
  });

  const versions = async (key: string, kind = 'Form'): Promise<number> => {
    const [row] = await system.sql.query<{ n: number }>(
      `SELECT v.n FROM definition_version v JOIN definition d ON d.id = v.definition_id
        WHERE d.kind = $2 AND d.key = $1 AND v.status = 'published'`,
      [key, kind],
    );
    return row?.n ?? 0;
  };
  const northern = (): Promise<string> => system.caseOf({ workflow: 'berth_list', organisation: 'north' });

  it('is for those who may publish, and shows nothing to others', async () => {
    expect((await nora.get('/api/programmes/harbour_log/publications')).status).toBe(403);
    expect((await nora.post('/api/programmes/harbour_log/publications', {})).status).toBe(403);
  });

  it('tells what would change and whom it touches before a required column is added to a running form', async () => {
    const caseId = await northern();
    await nora.ask('PUT', `/api/cases/${caseId}/draft`, { body: { rev: 0, data: berths(2) } });
    await edit(
      ada,
      FORM,
      [REQUIRED, '"required": ["name", "owner", "length", "flag"]'],
      [LENGTH, `${FLAG},\n          ${LENGTH}`],
    );
    const told = await preview(ada);
    expect(words(told)).toEqual(['C Berth list, roster "Boats": required column "Flag" is new']);
    expect(told).toMatchObject({ class: 'C', needsSecondPerson: false, findings: [], plans: [] });
    expect(counted(told)).toEqual({ 'invalid-draft': 1 });
    const [effect] = told.effects;
    expect(effect?.rows).toMatchObject([
      {
        case: caseId,
        workflow: 'berth_list',
        organisation: 'The north',
        words: { en: expect.stringMatching(/row 1 Flag/) },
      },
    ]);
    expect(told.counts).toMatchObject({ drafts: 1, running: 2 });
  });

  it('publishes what was looked at: a new version, no draft left, a line in the record', async () => {
    const { status, changes, definitions, may } = await publish(ada);
    expect(['applying', 'published']).toContain(status);
    expect(words({ changes })).toHaveLength(1);
    expect(definitions).toEqual([{ ...FORM, n: 2 }]);
    expect(may).toContain(status === 'applying' ? 'pause' : 'undo');
    expect(await textOf(ada, FORM)).toContain('Flag');
    const { body } = await ada.get<{ draft: unknown }>('/api/programmes/harbour_log/definitions/Form/berth_list');
    expect(body.draft).toBeNull();
    const lines = await system.sql.query(
      `SELECT 1 FROM audit WHERE type = 'definitions.published' AND person_id IS NOT NULL`,
    );
    expect(lines).toHaveLength(1);
    expect(await versions('berth_list', 'Workflow')).toBe(2);
  });

  it('refuses to publish when a case moved since it was looked at', async () => {
    await edit(ada, FORM, ['"maxLength": 500', '"maxLength": 400']);
    const { token } = await preview(ada);
    const sara = await system.as('sara');
    const southern = await system.caseOf({ workflow: 'berth_list', organisation: 'south' });
    await sara.ask('PUT', `/api/cases/${southern}/draft`, { body: { rev: 0, data: berths() } });
    const refused = await make(ada, { token });
    expect(refused).toMatchObject({ status: 409, body: { code: 'stale' } });
    expect(await versions('berth_list')).toBe(2);
    await publish(ada);
  });

  it('lets titles through although people go on working meanwhile: nothing that was looked at can move', async () => {
    await edit(ada, FORM, [TITLE, '"title": "List of berths",\n  "type"']);
    const { token, class: grade } = await preview(ada);
    const caseId = await northern();
    const { draft } = await view(nora, caseId);
    await nora.ask('PUT', `/api/cases/${caseId}/draft`, { body: { rev: draft?.rev ?? 0, data: berths(3) } });
    expect(grade).toBe('A');
    const made = await make(ada, { token });
    expect(made.status).toBe(201);
    await settled(ada, made.body.id);
  });

  it('lets one of two through who publish at the same time', async () => {
    await edit(ada, FORM, ['List of berths', 'Berth list']);
    const { token } = await preview(ada);
    const answers = await Promise.all([make(ada, { token }), make(ben, { token })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const all = await listed(ada);
    expect(all.filter(({ status }) => status === 'waiting')).toEqual([]);
    await settled(ada, all[0]?.id ?? '');
  });

  it('refuses a text with an error, with its place, and writes nothing', async () => {
    await edit(ada, FORM, ['"maxItems": 200', '"maxItems": "many"']);
    const told = await preview(ada);
    expect(told.findings).toMatchObject([{ severity: 'error', definition: FORM }]);
    const refused = await make(ada, { token: told.token });
    expect(refused).toMatchObject({ status: 422, body: { code: 'definition-invalid' } });
    expect(await versions('berth_list')).toBe(5);
  });

  it('waits for a second person before a field that holds data is deleted, and not for the one who asked', async () => {
    const caseId = await northern();
    const { draft } = await view(nora, caseId);
    const flagged = berths()['boats'] as Record<string, unknown>[];
    const data = {
      ...berths(),
      remark: 'Two berths are flooded',
      boats: flagged.map((boat) => ({ ...boat, flag: 'PT' })),
    };
    await nora.ask('PUT', `/api/cases/${caseId}/draft`, { body: { rev: draft?.rev ?? 0, data } });
    await edit(ada, FORM, [REMARK, '']);
    const told = await preview(ada);
    expect(words(told)).toEqual(['E Berth list: field "Remark" is gone']);
    expect(counted(told)).toEqual({ 'orphaned-value': 1 });
    expect(told.effects[0]?.rows[0]?.words.en).toBe('Remark: 1 values are no longer part of the form');
    expect(told).toMatchObject({ class: 'E', needsSecondPerson: true });

    const proposed = await publish(ada);
    expect(proposed).toMatchObject({ status: 'waiting', proposedBy: 'Person ada', may: ['withdraw'] });
    expect(await versions('berth_list')).toBe(5);
    expect(proposed).toMatchObject({ dates: 'move', plans: [] });
    const waitingFor = async (browser: Browser) =>
      (await browser.get<{ title: string }[]>('/api/notices')).body.filter(({ title }) =>
        /publication|发布/.test(title),
      );
    expect(await waitingFor(ben)).toHaveLength(1);
    expect(await waitingFor(ada)).toEqual([]);
    expect(await waitingFor(nora)).toEqual([]);
    expect((await confirm(ada, proposed.id)).body).toMatchObject({ code: 'not-allowed' });
    const confirmed = await confirm(ben, proposed.id);
    await settled(ada, proposed.id);
    expect(confirmed.body).toMatchObject({ proposedBy: 'Person ada', confirmedBy: 'Person ben' });
    expect(await versions('berth_list')).toBe(6);
    expect((await confirm(ben, proposed.id)).status).toBe(409);
  });

  it('keeps what was handed in as it was handed in, whatever the form has become', async () => {
    const caseId = await northern();
    const now = await view(nora, caseId);
    const boats = berths()['boats'] as Record<string, unknown>[];
    await send(nora, caseId, { ...berths(), boats: boats.map((boat) => ({ ...boat, flag: 'PT' })) });
    const [pinned] = await system.rows<{ n: number }>(
      `SELECT v.n FROM submission s JOIN definition_version v ON v.id = s.form_version_id WHERE ENTERED AND s.case_id = $7`,
      [caseId],
    );
    await edit(ada, FORM, [`${FLAG},\n          `, ''], [', "flag"]', ']']);
    const told = await preview(ada);
    expect(counted(told)).toMatchObject({ 'orphaned-value': 1 });
    await publishTogether([ada, ben]);
    const [still] = await system.rows<{ n: number; data: { boats: { flag: string }[] } }>(
      `SELECT v.n, s.data FROM submission s JOIN definition_version v ON v.id = s.form_version_id WHERE ENTERED AND s.case_id = $7`,
      [caseId],
    );
    expect(now.state).toBe('open');
    expect(still?.n).toBe(pinned?.n);
    expect(still?.data.boats[0]?.flag).toBe('PT');
  });

  it('never lets a key come back with another type', async () => {
    await edit(ada, FORM, [LENGTH, `"flag": {"type": "integer", "title": "Flag"},\n          ${LENGTH}`]);
    const { findings } = await preview(ada);
    expect(findings).toMatchObject([{ code: 'field-retyped', severity: 'error' }]);
    await edit(ada, FORM, [LENGTH, `${FLAG},\n          ${LENGTH}`]);
    expect((await preview(ada)).findings).toEqual([]);
    await publish(ada);
  });

  it('takes a publication back as a new version through the same gate, and only once', async () => {
    const [last] = await listed(ada);
    const before = await versions('berth_list');
    const told = await preview(ada, { definitions: [], undo: last?.id ?? '' });
    expect(words(told)).toEqual(['E Berth list, roster "Boats": column "Flag" is gone']);
    const undone = await publishTogether([ada, ben], { definitions: [], undo: last?.id ?? '' });
    expect(undone.undoes).toBe(last?.id);
    expect(await versions('berth_list')).toBe(before + 1);
    expect(await textOf(ada, FORM)).not.toContain('Flag');
    expect((await listed(ada)).find(({ id }) => id === last?.id)).toMatchObject({ undoneBy: undone.id });
    const again = await make(ada, { definitions: [], undo: last?.id ?? '', token: '' });
    expect(again).toMatchObject({ status: 409, body: { code: 'conflict' } });
  });

  it('does not take back what was published again since, and says what', async () => {
    await edit(ada, FORM, ['"title": "Phone"', '"title": "Telephone"']);
    const first = await publish(ada);
    await edit(ada, FORM, ['"title": "Telephone"', '"title": "Call"']);
    await publish(ada);
    const refused = await make(ada, { definitions: [], undo: first.id, token: '' });
    expect(refused.text).toContain('"berth_list\\" was published again since');
    expect((await listed(ada)).find(({ id }) => id === first.id)?.may).not.toContain('undo');
  });

  it('tells which due dates move, who becomes late by it, and leaves them where that is wanted', async () => {
    const southern = await system.caseOf({ workflow: 'berth_list', organisation: 'south' });
    await edit(ada, WORKFLOW, ['on: 2025-02-28', 'on: 2025-02-05']);
    const moved = await preview(ada, { definitions: [WORKFLOW] });
    expect(words(moved)).toEqual([
      'B Berth list, deadline "Send the list": the day changed from "2025-02-28" to "2025-02-05"',
    ]);
    expect(counted(moved)).toMatchObject({ 'due-moved': 1, 'becomes-late': 1 });
    expect(moved.effects[0]?.rows).toMatchObject([
      { case: southern, words: { en: '"Send the list" moves from 2025-02-28 to 2025-02-05' } },
    ]);
    expect(counted(await preview(ada, { definitions: [WORKFLOW], dates: 'keep' }))).toEqual({});
    await ada.ask('DELETE', '/api/programmes/harbour_log/definitions/Workflow/berth_list/draft');
  });

  it('lets nobody lose the state in which a case stands: without a plan it is refused, with one the case goes along', async () => {
    const southern = await system.caseOf({ workflow: 'berth_list', organisation: 'south' });
    const text = await textOf(ada, WORKFLOW);
    await edit(ada, WORKFLOW, [
      text,
      text
        .replaceAll(/\bopen\b(?=[\n,}])/g, 'begun')
        .replace('  open:\n    title: Being filled in', '  begun:\n    title: Begun'),
    ]);
    const wanted = { definitions: [WORKFLOW] };
    const told = await preview(ada, wanted);
    expect(counted(told)).toMatchObject({ 'state-gone': 1 });
    expect(told.plans).toMatchObject([{ workflow: 'berth_list', running: 2 }]);
    expect(told.plans[0]?.open).not.toEqual([]);
    const refused = await make(ada, { ...wanted, token: told.token });
    expect(refused).toMatchObject({ status: 409, body: { code: 'conflict' } });

    const n = await versions('berth_list', 'Workflow');
    const lines = [
      'apiVersion: formflow/v1',
      'kind: Migration',
      'key: begin',
      'workflow: berth_list',
      `from: ${String(n)}`,
      `to: ${String(n + 1)}`,
    ];
    const plan = { workflow: 'berth_list', text: [...lines, 'states: {open: begun}', ''].join('\n') };
    const made = await publishTogether([ada, ben], { ...wanted, plans: [plan] });
    expect(made.plans).toEqual([plan]);
    const [moved] = await system.rows<{ state: string }>(`SELECT c.state FROM case_ c WHERE ENTERED AND c.id = $7`, [
      southern,
    ]);
    expect(moved?.state).toBe('begun');
  });

  it('can be withdrawn while it waits, and is then over', async () => {
    await edit(ada, WORKFLOW, [/ {6}take_back: .*\n/.exec(await textOf(ada, WORKFLOW))?.[0] ?? '', '']);
    const proposed = await publish(ada, { definitions: [WORKFLOW] });
    expect(proposed.status).toBe('waiting');
    expect((await withdraw(ben, proposed.id)).body).toMatchObject({ status: 'withdrawn', may: [] });
    expect((await confirm(ben, proposed.id)).status).toBe(409);
    expect(await textOf(ada, WORKFLOW)).toContain('take_back');
  });
});
