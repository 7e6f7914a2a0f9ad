import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { createApplication } from '../../../server/app/application.ts';
import { prepareDemonstration, playDemonstration } from '../../../server/app/demonstration.ts';
import { readConfig } from '../../../server/app/config.ts';
import type { Installation } from '../../../server/contract/wire/session.ts';
import { Clock } from '../../../server/modules/clock.ts';
import { DEMONSTRATION_PASSWORD } from '../../../server/modules/demonstration/demonstration-people.ts';
import type { Sql } from '../../../server/storage/database.ts';
import { StartRefused } from '../../../server/storage/start-refused.ts';
import { enter } from '../../../server/storage/tenant.ts';
import { app, type TestApp } from '../../support/app.ts';
import { aPerson } from '../../support/people.ts';

/** What the definition says, so that another account or organisation in it asks for no change here. */
const written = parse(
  readFileSync(join(import.meta.dirname, '../../../workflows/mh_volunteer_2024/demonstration.yaml'), 'utf8'),
) as { accounts: Record<string, unknown> };
const ACCOUNTS = Object.keys(written.accounts).length;

const CONFIG = readConfig({ DEMO: '1', PORT: '0', DATABASE_POOL: '8' });

const all = <Row>(system: TestApp, statement: string): Promise<Row[]> =>
  system.sql.transaction(async (sql: Sql) => {
    await enter(sql, 'system');
    return sql.query<Row>(statement);
  });

/** How many rows there are of everything that a demonstration makes. */
const counts = (system: TestApp): Promise<Record<string, number>[]> =>
  all(
    system,
    `SELECT ${[
      'organisation',
      'person',
      'membership',
      'case_',
      'event',
      'submission',
      'draft',
      'query',
      'query_remark',
      'exemption',
      'deadline_override',
      'definition_version',
    ]
      .map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`)
      .join(', ')}`,
  );

const installation = async (system: TestApp): Promise<Installation> =>
  (await system.browser().get<Installation & Record<string, unknown>>('/api/installation')).body;

let system: TestApp;

beforeAll(async () => {
  system = await app({ isDemo: true });
  await prepareDemonstration(system.server, CONFIG);
});

afterAll(() => system.close());

describe('a demonstration', () => {
  it('has its accounts before its steps are played, and says how far it is', async () => {
    const { accounts, loading, now } = await installation(system);
    expect(accounts).toHaveLength(ACCOUNTS);
    expect(loading).toMatchObject({ done: 0 });
    expect(now.slice(0, 10)).toBe('2024-03-21');
  });

  it('is played in full, and nothing of it is refused', async () => {
    await playDemonstration(system.server);
    const [{ value } = { value: {} }] = await all<{ value: unknown }>(
      system,
      `SELECT value FROM setting WHERE key = 'demonstration'`,
    );
    expect(value).toMatchObject({ refused: [] });
    const { loading, now } = await installation(system);
    expect(loading).toBeNull();
    expect(now.slice(0, 16)).toBe('2024-03-25T01:00');
  });

  it('has something to show of everything: drafts, remarks, returned, accepted, exempt, extended', async () => {
    const [row] = await counts(system);
    expect(row).toMatchObject({
      organisation: 20,
      person: ACCOUNTS,
      exemption: 1,
      deadline_override: 1,
      draft: 3,
      query: 2,
    });
    const states = await all<{ state: string; status: string }>(
      system,
      `SELECT DISTINCT state, status FROM case_ WHERE submission > 0 OR status = 'exempt' ORDER BY 1, 2`,
    );
    expect(states).toEqual([
      { state: 'accepted', status: 'done' },
      { state: 'granted', status: 'done' },
      { state: 'open', status: 'exempt' },
      { state: 'open', status: 'open' },
      { state: 'submitted', status: 'open' },
    ]);
  });

  it('lets everybody in with the published password', async () => {
    for (const { account } of (await installation(system)).accounts)
      expect((await system.as(account, DEMONSTRATION_PASSWORD)).cookie).toBeDefined();
  });

  it('is loaded once, however often the system starts', async () => {
    const before = await counts(system);
    const again = await createApplication({
      config: { ...CONFIG, logLevel: 'silent' },
      databaseUrl: system.databaseUrl,
    });
    await prepareDemonstration(again, CONFIG);
    await playDemonstration(again);
    await again.close();
    expect(await counts(system)).toEqual(before);
  });

  it('takes a step again that was taken but not noted before a crash, and nothing changes by it', async () => {
    const before = await counts(system);
    await all(system, `UPDATE setting SET value = jsonb_set(value, '{done}', '0') WHERE key = 'demonstration'`);
    const again = await createApplication({
      config: { ...CONFIG, logLevel: 'silent' },
      databaseUrl: system.databaseUrl,
    });
    await prepareDemonstration(again, CONFIG);
    await playDemonstration(again);
    await again.close();
    expect(await counts(system)).toEqual(before);
    expect((await installation(system)).loading).toBeNull();
  });

  it('and a real installation do not get into the same database', async () => {
    const real = await app();
    await expect(prepareDemonstration(system.server, CONFIG)).resolves.toBeUndefined();
    await aPerson(real.sql, 'chief', [{ role: 'administrator' }]);
    const asShow = await createApplication({
      config: { ...CONFIG, logLevel: 'silent' },
      databaseUrl: real.databaseUrl,
    });
    await expect(prepareDemonstration(asShow, CONFIG)).rejects.toBeInstanceOf(StartRefused);
    const config = { ...CONFIG, isDemo: false, logLevel: 'silent' as const };
    const asReal = await createApplication({ config, databaseUrl: system.databaseUrl });
    await expect(prepareDemonstration(asReal, config)).rejects.toBeInstanceOf(StartRefused);
    await Promise.all([asShow.close(), asReal.close()]);
    await real.close();
  });
});

describe('the clock of a demonstration', () => {
  const move = async (account: string, to: string) =>
    (await system.as(account, DEMONSTRATION_PASSWORD)).post<{ now: string; left: number }>('/api/demonstration/clock', {
      to,
    });

  it('is moved by those who manage deadlines or programmes, and by nobody else', async () => {
    for (const account of ['clinic', 'reviewer', 'auditor'])
      expect((await move(account, '2024-03-26T09:00')).status).toBe(403);
    const { status, body } = await move('designer', '2024-03-26T09:00');
    expect(status).toBe(200);
    expect(body).toMatchObject({ left: 0 });
    expect(body.now.slice(0, 16)).toBe('2024-03-26T01:00');
  });

  it('never goes back', async () => {
    for (const to of ['2024-03-25T09:00', '2024-03-26T08:59', '2024-02-30T09:00'])
      expect((await move('manager', to)).status).toBe(422);
    expect((await installation(system)).now.slice(0, 16)).toBe('2024-03-26T01:00');
  });

  it('stays where it is when two move it at once, and the one who wants less comes last', async () => {
    const clock = system.server.get(Clock);
    await clock.forward(new Date('2024-03-26T02:00:00Z'));
    await clock.forward(new Date('2024-03-26T01:30:00Z'));
    expect((await installation(system)).now.slice(0, 16)).toBe('2024-03-26T02:00');
  });

  it('goes through everything on the way, each at its own time', async () => {
    const { body } = await move('manager', '2024-04-12T09:00');
    expect(body).toMatchObject({ left: 0 });
    const told = await all<{ type: string; at: string }>(
      system,
      `SELECT DISTINCT e.type, to_char(e.at AT TIME ZONE 'Asia/Shanghai', 'MM-DD HH24:MI') AS at
         FROM event e JOIN case_ c ON c.id = e.case_id JOIN definition d ON d.id = c.workflow_id
         JOIN organisation o ON o.id = c.organisation_id
        WHERE d.key = 'volunteer_roster' AND o.code = 'jinping' AND e.type <> 'opened' ORDER BY 2, 1`,
    );
    expect(told).toEqual([
      { type: 'reminded', at: '03-25 00:00' },
      { type: 'reminded', at: '03-31 00:00' },
      { type: 'deadline-passed', at: '04-01 00:00' },
      { type: 'escalated', at: '04-02 00:00' },
      { type: 'grace-ended', at: '04-04 00:00' },
      { type: 'escalated', at: '04-08 00:00' },
    ]);
  });

  it('brings half a year to its end, with every series judged', async () => {
    const to = '2024-10-20T09:00';
    let now = '';
    while (now.slice(0, 10) < '2024-10-20') ({ now } = (await move('manager', to)).body);
    const judged = await all<{ status: string; marked: boolean }>(
      system,
      `SELECT s.status, bool_or('quota_unmet' = ANY (c.marks)) AS marked
         FROM settlement s JOIN case_ c ON c.workflow_id = s.workflow_id AND c.organisation_id = s.organisation_id
        GROUP BY s.id, s.status`,
    );
    expect(judged).toHaveLength(16);
    expect(judged.every(({ status, marked }) => status === 'unmet' && marked)).toBe(true);
    expect(
      await all(system, `SELECT id FROM timer WHERE status = 'pending' AND fire_at < '2024-10-20T01:00Z'`),
    ).toEqual([]);
  });

  it('does not exist in a real installation', async () => {
    const real = await app();
    await aPerson(real.sql, 'chief', [{ role: 'administrator' }]);
    const answer = await (await real.as('chief')).post('/api/demonstration/clock', { to: '2024-04-01T09:00' });
    expect(answer.status).toBe(404);
    await real.close();
  });
});
