import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { app, PASSWORD, type TestApp } from '../../support/app.ts';
import { aPerson, aProgramme } from '../../support/people.ts';

describe('too many attempts to sign in', () => {
  let system: TestApp;

  beforeAll(async () => {
    system = await app({ trustProxy: 1 });
    const programme = await aProgramme(system.sql, 'trial');
    await aPerson(system.sql, 'rita', [{ role: 'registrar', programme }]);
    for (const account of ['wendy', 'walter', 'wilma', 'wout', 'waiting', 'nora', 'nils'])
      await aPerson(system.sql, account, [{ role: 'filler', programme }]);
  });

  afterAll(() => system.close());

  const attempt = (account: string, password: string, from: string) =>
    system.browser().post('/api/session', { account, password }, { headers: { 'x-forwarded-for': from } });

  const fail = async (account: string, from: string, times: number): Promise<number[]> => {
    const statuses: number[] = [];
    for (let time = 0; time < times; time += 1) statuses.push((await attempt(account, 'wrong', from)).status);
    return statuses;
  };

  it('listens five times in fifteen minutes, then says how long to wait, and the right password waits as well', async () => {
    expect(await fail('wendy', '198.51.100.1', 5)).toEqual([401, 401, 401, 401, 401]);
    const locked = await attempt('wendy', PASSWORD, '198.51.100.1');
    expect(locked.status).toBe(429);
    expect(locked.body).toMatchObject({ code: 'account-locked', detail: 'Please try again in 15 minutes' });
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(850);
  });

  it('locks out the stranger and not the owner, who comes from another network', async () => {
    await fail('walter', '198.51.100.2', 6);
    expect((await attempt('walter', PASSWORD, '203.0.113.7')).status).toBe(200);
  });

  it('waits for an account that does not exist as for one that does', async () => {
    expect(await fail('no-such-account', '198.51.100.3', 6)).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('counts many attempts at once like as many in a row', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => attempt('wilma', 'wrong', '198.51.100.4')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(35);
  });

  it('forgets failures after a success, and the wait is over when its time is over', async () => {
    await fail('wout', '198.51.100.5', 4);
    expect((await attempt('wout', PASSWORD, '198.51.100.5')).status).toBe(200);
    expect(await fail('wout', '198.51.100.5', 5)).toEqual([401, 401, 401, 401, 401]);
    await system.sql.query(`UPDATE sign_in_attempt SET at = at - interval '16 minutes' WHERE NOT succeeded`);
    expect((await attempt('wout', PASSWORD, '198.51.100.5')).status).toBe(200);
  });

  it('makes whoever persists wait longer', async () => {
    for (let round = 0; round < 2; round += 1) {
      await fail('waiting', '198.51.100.6', 5);
      await system.sql.query(`UPDATE sign_in_attempt SET at = at - interval '16 minutes' WHERE NOT succeeded`);
    }
    const { status, headers } = await attempt('waiting', PASSWORD, '198.51.100.6');
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(20 * 60);
  });

  it('stops a network that tries many accounts, but not somebody who lately signed in from it', async () => {
    expect((await attempt('nora', PASSWORD, '192.0.2.9')).status).toBe(200);
    await system.sql.query(
      `INSERT INTO sign_in_attempt (id, account, address, succeeded, at)
       SELECT gen_random_uuid(), 'digest-' || n, '192.0.2.9', false, now() FROM generate_series(1, 50) n`,
    );
    expect((await attempt('nils', PASSWORD, '192.0.2.9')).status).toBe(429);
    expect((await attempt('nora', PASSWORD, '192.0.2.9')).status).toBe(200);
  });

  it('counts the addresses of one IPv6 household as one', async () => {
    const statuses: number[] = [];
    for (let host = 1; host <= 6; host += 1)
      statuses.push((await attempt('nils', 'wrong', `2001:db8:1:2::${host}`)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await attempt('nils', PASSWORD, '2001:db8:1:3::1')).status).toBe(200);
  });

  it('shows the registrar who is locked; opening the lock is recorded', async () => {
    await fail('wendy', '198.51.100.44', 5);
    const registrar = await system.as('rita');
    const find = async () =>
      (await registrar.get<{ rows: { id: string; locked: boolean }[] }>('/api/people?q=wendy')).body.rows[0];
    const before = await find();
    expect(before?.locked).toBe(true);
    expect((await registrar.post(`/api/people/${String(before?.id)}/unlock`)).status).toBe(204);
    expect((await find())?.locked).toBe(false);
    expect((await attempt('wendy', PASSWORD, '198.51.100.44')).status).toBe(200);
    const [line] = await system.sql.query<{ type: string }>('SELECT type FROM audit WHERE type = $1', [
      'person.unlocked',
    ]);
    expect(line?.type).toBe('person.unlocked');
  });

  it('keeps nothing of what was typed as an account: people type passwords there', async () => {
    await attempt('My-Secret-Password-9', 'x', '198.51.100.8');
    const rows = await system.sql.query<{ account: string }>('SELECT account FROM sign_in_attempt');
    expect(JSON.stringify(rows).toLowerCase()).not.toContain('my-secret');
  });
});
