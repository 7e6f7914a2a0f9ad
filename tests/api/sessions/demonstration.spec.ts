import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { app, type TestApp } from '../../support/app.ts';
import { anOrganisation, aPerson, aProgramme } from '../../support/people.ts';

const DEMONSTRATION = `
apiVersion: formflow/v1
kind: Demonstration
key: show
now: 2025-05-01T09:00
accounts:
  clerk: {title: {en: Clerk of the mill, zh-CN: 磨坊文员}, name: Cleo, organisation: mill, roles: [filler]}
  ghost: {name: Ghost, organisation: mill, roles: [filler]}
steps: []
`;

const prepare = async (system: TestApp): Promise<void> => {
  const programme = await aProgramme(system.sql, 'trial');
  const organisation = await anOrganisation(system.sql, 'mill');
  await aPerson(system.sql, 'clerk', [{ role: 'filler', programme, organisation }]);
  await aPerson(system.sql, 'chief', [{ role: 'administrator' }]);
  const definition = newId();
  await system.sql.query(
    `INSERT INTO definition (id, programme_id, kind, key) VALUES ($1, $2, 'Demonstration', 'show')`,
    [definition, programme],
  );
  await system.sql.query(
    `INSERT INTO definition_version (id, definition_id, n, content_hash, source, status, published_at)
     VALUES ($1, $2, 1, 'show', $3, 'published', now())`,
    [newId(), definition, DEMONSTRATION],
  );
};

describe('signing in to a demonstration', () => {
  let demonstration: TestApp;
  let real: TestApp;

  beforeAll(async () => {
    [demonstration, real] = await Promise.all([app({ isDemo: true }), app()]);
    await Promise.all([prepare(demonstration), prepare(real)]);
  });

  afterAll(() => Promise.all([demonstration.close(), real.close()]));

  it('offers the accounts of its definition that exist, in the language of the request', async () => {
    const { body } = await demonstration
      .browser()
      .get('/api/installation', { headers: { 'accept-language': 'zh-CN' } });
    expect(body).toMatchObject({
      demonstration: true,
      zone: 'Asia/Shanghai',
      accounts: [{ account: 'clerk', name: 'Person clerk', title: '磨坊文员', organisation: 'The mill' }],
    });
  });

  it('takes one click', async () => {
    const { status, body } = await demonstration.browser().post('/api/session/demonstration', { account: 'clerk' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ person: { account: 'clerk' }, permissions: ['cases.fill'] });
  });

  it('offers no account that its definition does not name', async () => {
    for (const account of ['chief', 'ghost', 'nobody'])
      expect((await demonstration.browser().post('/api/session/demonstration', { account })).status).toBe(404);
  });

  it('does not exist in a real installation, whatever is published there', async () => {
    expect((await real.browser().get('/api/installation')).body).toMatchObject({ demonstration: false, accounts: [] });
    expect((await real.browser().post('/api/session/demonstration', { account: 'clerk' })).status).toBe(404);
  });
});
