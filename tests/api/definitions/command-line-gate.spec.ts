import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { obey } from '../../../server/cli/definitions/obey.ts';
import type { Work } from '../../../server/work/start-work.ts';
import type { Browser } from '../../support/app.ts';
import { type Harbour, berths, harbour, send, view } from '../../support/harbour.ts';
import { aPerson } from '../../support/people.ts';
import { confirm, hands, listed, settled } from '../publications/gate.ts';

const FOLDER = resolve(import.meta.dirname, '../../fixtures/programmes/harbour_log');
const FORM = 'forms/harbour_log/berth_list.json';
const WORKFLOW = 'workflows/harbour_log/berth_list.yaml';

const PLAN = `apiVersion: formflow/v1
kind: Migration
key: second_look
workflow: berth_list
from: 2
to: 3
states: {sent: with_commission}
tasks: {check: {to: with_commission.check}}
`;

describe('publishing from files', () => {
  let system: Harbour;
  let work: Work;
  let folder: string;
  let ada: Browser;
  let ben: Browser;
  let nora: Browser;

  beforeAll(async () => {
    system = await harbour();
    for (const account of ['ada', 'ben']) await aPerson(system.sql, account, [{ role: 'administrator' }]);
    [ada, ben, nora] = await Promise.all([system.as('ada'), system.as('ben'), system.as('nora')]);
    work = await hands(system);
    process.env['DATABASE_URL'] = system.databaseUrl;
    folder = await mkdtemp(join(tmpdir(), 'definitions-gate-'));
    await cp(FOLDER, folder, { recursive: true });
    await rm(join(folder, 'workflows/harbour_log/organisations.csv'));
  });
  afterAll(async () => {
    delete process.env['DATABASE_URL'];
    await work.stop();
    await system.close();
    await rm(folder, { recursive: true, force: true });
  });

  const definitions = async (...words: string[]): Promise<{ code: number; out: string }> => {
    const said = { code: 0, out: '' };
    const say = (text: string): void => void (said.out += text);
    const [command = '', ...rest] = words;
    said.code = await obey([command, folder, ...rest, '--lang', 'en'], { say, complain: say });
    return said;
  };
  const edit = async (file: string, from: RegExp, to: string): Promise<void> => {
    const path = join(folder, file);
    const text = await readFile(path, 'utf8');
    const next = text.replaceAll(from, to);
    if (next === text) throw new Error(`nothing of ${file} changed`);
    await writeFile(path, next);
  };
  const northern = (): Promise<string> => system.caseOf({ workflow: 'berth_list', organisation: 'north' });

  it('tells every change in words with its class, and whom it touches, as the page in the browser does', async () => {
    await nora.ask('PUT', `/api/cases/${await northern()}/draft`, { body: { rev: 0, data: berths(2) } });
    await edit(
      FORM,
      /"required": \["name", "owner", "length"\]/g,
      '"required": ["name", "owner", "length", "seen_on"]',
    );
    await edit(FORM, /"maxLength": 500/g, '"maxLength": 400');
    const { code, out } = await definitions('plan');
    expect(code).toBe(0);
    expect(out).toContain('harbour_log: C Rules\n');
    expect(out).toContain('  looked at 1 drafts, 0 submissions, 2 running cases of 2 organisations\n');
    expect(out).not.toContain('another person');
    expect(await listed(ada)).toEqual([]);
  });

  it('is for those who may publish, named by an account that there is', async () => {
    const nobody = await definitions('apply', '--as', 'nemo');
    expect(nobody).toMatchObject({ code: 1, out: expect.stringContaining('unknown-account') });
    const clerk = await definitions('apply', '--as', 'nora');
    expect(clerk).toMatchObject({ code: 1, out: expect.stringContaining('not-allowed The account "nora" may not') });
    expect(await listed(ada)).toEqual([]);
  });

  it('keeps a record of who published what and why, and running cases follow', async () => {
    expect((await definitions('apply', '--as', 'ada', '--note', 'Dates are needed')).code).toBe(0);
    const [made] = await listed(ada);
    expect(made).toMatchObject({ class: 'C', note: 'Dates are needed', confirmedBy: null });
    expect(made?.proposedBy).toBe((await ada.get<{ person: { name: string } }>('/api/session')).body.person.name);
    await settled(ada, made?.id ?? '');
    const [row] = await system.rows<{ n: number }>(
      `SELECT v.n FROM case_ c JOIN definition_version v ON v.id = c.workflow_version_id WHERE ENTERED AND c.id = $7`,
      [await northern()],
    );
    expect(row?.n).toBe(2);
  });

  it('asks where running cases go that would lose their state, and takes a plan from a file', async () => {
    await send(nora, await northern(), berths(1));
    await edit(WORKFLOW, /\bsent\b/g, 'with_commission');
    await edit(WORKFLOW, /title: With the commission/g, 'title: First look');
    const wanted = await definitions('apply', '--as', 'ada');
    expect(wanted).toMatchObject({
      code: 1,
      out: expect.stringContaining('plan-wanted 2 running cases need a plan; still to be said: sent'),
    });
    const missing = await definitions('plan', '--plan', join(folder, 'plan.yaml'));
    expect(missing).toMatchObject({ code: 1, out: expect.stringContaining('plan-unreadable') });
    await writeFile(join(folder, 'plan.yaml'), PLAN);
    const planned = await definitions('plan', '--plan', join(folder, 'plan.yaml'));
    expect(planned).toMatchObject({ code: 0, out: expect.stringContaining('harbour_log: D Structure\n') });
    expect(planned.out).toContain('  Cases that go to another state: 1\n    The north');
    expect(planned.out).toContain('  another person who may publish has to confirm it');
  });

  it('does not publish structure in nobody’s name, nor without a second person', async () => {
    const plan = ['--plan', join(folder, 'plan.yaml')];
    const unnamed = await definitions('apply', ...plan);
    expect(unnamed).toMatchObject({ code: 1, out: expect.stringContaining('name with --as ACCOUNT who proposes it') });
    const proposed = await definitions('apply', '--as', 'ada', ...plan);
    expect(proposed).toMatchObject({
      code: 0,
      out: expect.stringContaining('harbour_log: waits until another person'),
    });
    expect((await view(nora, await northern())).state).toBe('sent');
    const [waiting] = await listed(ben);
    expect(waiting).toMatchObject({ status: 'waiting', class: 'D' });
    expect((await confirm(ada, waiting?.id ?? '')).status).toBe(403);
    expect((await confirm(ben, waiting?.id ?? '')).status).toBe(200);
    await settled(ben, waiting?.id ?? '');
    expect((await view(nora, await northern())).state).toBe('with_commission');
    expect((await definitions('plan')).out).toMatch(/^nothing to publish\n/m);
  });

  it('says which plan is about nothing that changes', async () => {
    const { code, out } = await definitions('plan', '--plan', join(folder, 'plan.yaml'));
    expect(code).toBe(1);
    expect(out).toContain('plan-of-nothing Nothing changes in the workflow "berth_list"');
  });
});
