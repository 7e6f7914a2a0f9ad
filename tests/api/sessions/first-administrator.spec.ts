import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SetUpService } from '../../../server/modules/sessions/set-up.service.ts';
import { app, type TestApp } from '../../support/app.ts';
import { aPerson } from '../../support/people.ts';

describe('the first administrator', () => {
  let system: TestApp;

  beforeEach(async () => {
    system = await app();
  });

  afterEach(() => system.close());

  const offer = () => system.server.get(SetUpService).offer();
  const setUp = (token: string, more: object = {}) =>
    system
      .browser()
      .post('/api/set-up', { token, account: 'chief', name: '主管', password: 'Kestrel-Harbour-41', ...more });

  it('is made with the link of an empty installation, and may then administer it', async () => {
    expect((await system.browser().get('/api/installation')).body).toMatchObject({
      demonstration: false,
      needsSetUp: true,
      accounts: [],
    });
    const made = await setUp(String(await offer()));
    expect(made.body).toMatchObject({
      person: { account: 'chief' },
      memberships: [{ programme: null, role: 'administrator', roleTitle: 'Administrator' }],
      permissions: [
        'definitions.edit',
        'definitions.publish',
        'programmes.manage',
        'organisations.manage',
        'people.manage',
        'audit.read',
      ],
    });
    expect((await system.browser().get('/api/installation')).body).toMatchObject({ needsSetUp: false });
    expect(await offer()).toBeUndefined();
  });

  it('is made once, however many use the link at the same time', async () => {
    const token = String(await offer());
    const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => setUp(token, { account: `chief${n}` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403, 403, 403, 403]);
    expect(await system.sql.query('SELECT FROM person')).toHaveLength(1);
  });

  it('is not made with an old or invented link, nor where somebody has an account', async () => {
    const old = String(await offer());
    const token = String(await offer());
    expect((await setUp(old)).status).toBe(403);
    expect((await setUp('A'.repeat(43))).status).toBe(403);
    await aPerson(system.sql, 'early');
    expect((await setUp(token)).status).toBe(403);
  });

  it('keeps the link when the password is too weak', async () => {
    const token = String(await offer());
    const weak = await setUp(token, { password: 'short' });
    expect([weak.status, weak.body['code']]).toEqual([422, 'invalid']);
    expect((await setUp(token)).status).toBe(201);
  });
});
