import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FormPackage, ProgrammeView, WorkflowPackage } from '../../../server/contract/wire/definition.ts';
import { PublishService } from '../../../server/modules/definitions/publish.service.ts';
import { Models } from '../../../server/modules/models.ts';
import { readFolder } from '../../../server/registry/folder.ts';
import { type Browser, type TestApp, app } from '../../support/app.ts';
import { aPerson, anOrganisation } from '../../support/people.ts';
import { runModule } from '../../registry/runtime.ts';

const RIVER = resolve(import.meta.dirname, '../../fixtures/programmes/river_watch');

describe('reading published definitions', () => {
  let system: TestApp;
  let observer: Browser;
  let stranger: Browser;
  let formVersion: string;
  let workflowVersion: string;

  beforeAll(async () => {
    system = await app();
    const weir = await anOrganisation(system.sql, 'weir', { kinds: ['station'] });
    await system.server.get(PublishService).publish({ sources: (await readFolder(RIVER)).sources });
    const [running] = await system.server.get(Models).published();
    formVersion = running?.formVersionId ?? '';
    workflowVersion = running?.versionId ?? '';
    const [role] = Object.keys(running?.model.programme.roles ?? {});
    await aPerson(system.sql, 'observer', [
      { role: role ?? '', programme: running?.programmeId ?? '', organisation: weir },
    ]);
    await aPerson(system.sql, 'stranger', []);
    observer = await system.as('observer');
    stranger = await system.as('stranger');
  });
  afterAll(() => system.close());

  it('shows a programme with its workflows to those who take part', async () => {
    const { status, body } = await observer.get('/api/programmes');
    expect(status).toBe(200);
    const [programme] = ProgrammeView.array().parse(body);
    expect(programme).toMatchObject({
      key: 'river_watch',
      workflows: [{ key: 'weekly_sampling', form: 'sampling_sheet' }],
    });
    expect((await observer.get('/api/programmes/river_watch')).body).toEqual(programme);
  });

  it('shows nothing of it to others', async () => {
    expect((await stranger.get('/api/programmes')).body).toEqual([]);
    for (const path of [
      `forms/${formVersion}`,
      `forms/${formVersion}/validators.js`,
      `workflows/${workflowVersion}`,
      'programmes/river_watch',
    ])
      expect((await stranger.get(`/api/${path}`)).status).toBe(404);
    expect((await system.browser().get(`/api/forms/${formVersion}`)).status).toBe(401);
  });

  it('answers 404 for a version that does not exist, or is of another kind', async () => {
    expect((await observer.get('/api/forms/018f3c1e-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await observer.get(`/api/forms/${workflowVersion}`)).status).toBe(404);
    expect((await observer.get('/api/forms/none')).status).toBe(404);
  });

  it('gives the browser a form, its closed schema, and validators that give the verdict of the server', async () => {
    const pack = FormPackage.parse((await observer.get(`/api/forms/${formVersion}`)).body);
    expect(pack.schema).toMatchObject({ $id: 'sampling_sheet', additionalProperties: false });
    const { status, headers, text } = await observer.get(pack.validators);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    const { sampling_sheet: validate } = await runModule(text);
    if (validate === undefined) throw new Error('the module lacks the form');
    const data = { conditions: { observer: 'Ada', sampled_at: 'now', weather: 'dry' }, readings: [], more: 1 };
    expect(validate(data)).toBe(false);
    const byServer = await system.server.get(Models).validate(formVersion, data, 'en');
    expect(byServer.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/more', 'additionalProperties'],
      ['/conditions/sampled_at', 'format'],
    ]);
    expect(validate.errors?.map(({ keyword }) => keyword)).toEqual(['additionalProperties', 'format']);
  });

  it('gives the browser what the rules of the form refer to', async () => {
    const pack = WorkflowPackage.parse((await observer.get(`/api/workflows/${workflowVersion}`)).body);
    expect(pack.workflow).toMatchObject({ key: 'weekly_sampling' });
    expect(pack.programme).not.toHaveProperty('roles');
    expect(pack.programme).toHaveProperty('tables.parameters');
  });
});
