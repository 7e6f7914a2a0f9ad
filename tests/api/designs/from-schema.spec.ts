import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FormProposal } from '../../../server/contract/wire/design.ts';
import type { TestApp } from '../../support/app.ts';
import { riverApp, riverText } from './river.ts';

const PATH = '/api/programmes/river_watch/definitions/forms/from-schema';

describe('a form from JSON Schema text', () => {
  let system: TestApp;
  beforeAll(async () => {
    system = await riverApp();
  });
  afterAll(() => system.close());

  it('is proposed with what was left out, and nothing is kept', async () => {
    const eve = await system.as('eve');
    const text = JSON.stringify({ title: 'Boat', properties: { seats: { type: 'integer', contains: {} } } });
    const { status, body } = await eve.post<FormProposal>(PATH, { key: 'boat', text });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      questions: [],
      told: [{ at: '/properties/seats/contains' }],
      findings: [{ code: 'unused' }],
    });
    expect(JSON.parse(body.text)).toMatchObject({ $id: 'boat', properties: { seats: { type: 'integer' } } });
    expect(await system.sql.query(`SELECT key FROM definition_draft`)).toEqual([]);
  });

  it('tells at their place mistakes in a text that is no schema', async () => {
    const eve = await system.as('eve');
    const broken = await eve.post(PATH, { key: 'boat', text: '{"title": "Boat",\n  oops}' });
    expect([broken.status, broken.body]).toMatchObject([422, { code: 'definition-invalid', findings: [{ line: 2 }] }]);
  });

  it('is for those who edit forms of the programme', async () => {
    const text = await riverText('Form');
    for (const account of ['olly', 'zoe'])
      expect((await (await system.as(account)).post(PATH, { key: 'boat', text })).status).toBe(403);
  });
});
