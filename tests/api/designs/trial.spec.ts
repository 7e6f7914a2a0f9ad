import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TrialPackage } from '../../../server/contract/wire/design.ts';
import type { Browser, TestApp } from '../../support/app.ts';
import { anOrganisation } from '../../support/people.ts';
import { riverApp, riverText } from './river.ts';

const UNKNOWN_STATE: unknown = expect.arrayContaining([expect.objectContaining({ code: 'unknown-state' })]);

const ROOT = '/api/programmes/river_watch/definitions';

describe('trying a draft', () => {
  let system: TestApp;
  let ann: Browser;

  beforeAll(async () => {
    system = await riverApp();
    await anOrganisation(system.sql, 'weir', { kinds: ['station'] });
    await anOrganisation(system.sql, 'elsewhere', { kinds: ['mill'] });
    ann = await system.as('ann');
  });
  afterAll(() => system.close());

  const draft = (kind: string, key: string, body: object) => ann.ask('PUT', `${ROOT}/${kind}/${key}/draft`, { body });
  const trial = () => ann.get<TrialPackage>(`${ROOT}/trial/weekly_sampling`);

  it('hands out the drafts compiled, with whom to play', async () => {
    const form = (await riverText('Form')).replace('Weekly sampling sheet', 'Trial sheet');
    await draft('Form', 'sampling_sheet', { text: form, rev: 0 });
    const { status, body } = await trial();
    expect(status).toBe(200);
    expect(body.form['title']).toBe('Trial sheet');
    expect(body.schema['additionalProperties']).toBe(false);
    expect(body.workflow['key']).toBe('weekly_sampling');
    expect(Object.keys(body.programme)).toContain('roles');
    expect(body.organisations).toEqual([{ code: 'weir', title: 'The weir', kinds: ['station'] }]);
  });

  it('names the validators by what is in them, and hands out their code', async () => {
    const before = (await trial()).body.validators;
    const code = await ann.get(before);
    expect(code.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(code.headers.get('cache-control')).toContain('immutable');
    expect(code.text).toContain('export default');
    const closer = (await riverText('Form')).replace('"maxItems": ', '"maxItems": 1');
    await draft('Form', 'sampling_sheet', { text: closer, rev: 1 });
    expect((await trial()).body.validators).not.toBe(before);
    expect((await ann.get(before)).text).toBe(code.text);
    expect((await ann.get(before.replace(/[0-9a-f]{32}/, '0'.repeat(32)))).status).toBe(404);
  });

  it('refuses a draft with errors and tells them', async () => {
    const broken = (await riverText('Workflow')).replace('initial: ', 'initial: nowhere_');
    await draft('Workflow', 'weekly_sampling', { text: broken, rev: 0 });
    const { status, body } = await ann.get(`${ROOT}/trial/weekly_sampling`);
    expect([status, body]).toMatchObject([422, { code: 'definition-invalid', findings: UNKNOWN_STATE }]);
    expect((await ann.get(`${ROOT}/trial/nothing`)).status).toBe(404);
  });

  it('is for those who work on the programme', async () => {
    const code = `${ROOT}/trial/weekly_sampling/validators/${'0'.repeat(32)}.js`;
    for (const account of ['olly', 'zoe'])
      for (const path of [`${ROOT}/trial/weekly_sampling`, code])
        expect((await (await system.as(account)).get(path)).status).toBe(403);
  });
});
