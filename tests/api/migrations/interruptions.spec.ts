import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import pg from 'pg';
import { act, berths, view } from '../../support/harbour.ts';
import { until } from '../work/hands.ts';
import { QUAYS, type Quays, quays } from './quays.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const SERVER = resolve(ROOT, 'server/tsconfig.json');
const LATER = { file: 'berth_list.yaml', edit: (text: string) => text.replace('on: 2025-02-28', 'on: 2025-03-10') };

/** In the middle of the order in which cases follow. */
const MIDDLE = 'quay20';

describe('while running cases follow a publication', () => {
  let port: Quays;
  let children: ChildProcess[] = [];
  let holders: pg.Client[] = [];

  beforeEach(async () => {
    port = await quays();
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    for (const holder of holders) await holder.end();
    [children, holders] = [[], []];
    await port.close();
  });

  const caseIn = (quay: string): Promise<string> => port.caseOf({ workflow: 'berth_list', organisation: quay });

  /** Somebody who holds one case for long, so that those after it wait. */
  const holding = async (quay: string): Promise<pg.Client> => {
    const holder = new pg.Client({ connectionString: port.databaseUrl });
    await holder.connect();
    holders.push(holder);
    await holder.query(`BEGIN; SELECT formflow_enter('', '', '{}', '', '', true)`);
    await holder.query('SELECT FROM case_ WHERE id = $1 FOR UPDATE', [await caseIn(quay)]);
    return holder;
  };

  const worker = (): ChildProcess => {
    const child = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', 'server/app/worker.ts'], {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        SWC_NODE_PROJECT: SERVER,
        TS_NODE_PROJECT: SERVER,
        DATABASE_URL: port.databaseUrl,
        DATABASE_POOL: '6',
        LOG_LEVEL: 'fatal',
      },
      stdio: 'ignore',
    });
    children.push(child);
    return child;
  };

  interface Item {
    status: string;
    isThere: boolean;
    movedSince: boolean;
    isDated: boolean;
    hasTimer: boolean;
    lines: number;
    n: number;
  }

  /** Every case with its line in the plan, and whether everything that belongs to having followed is there. */
  const items = (publication: string): Promise<Item[]> =>
    port.rows<Item>(
      `SELECT i.status, c.workflow_version_id = p.to_version_id AS "isThere", i.moved_since AS "movedSince",
              c.due = '2025-03-11T00:00Z' AS "isDated",
              EXISTS (SELECT FROM timer t WHERE t.case_id = c.id AND t.kind = 'due' AND t.status = 'pending'
                         AND t.fire_at = '2025-03-11T00:00Z') AS "hasTimer",
              (SELECT count(*)::int FROM event e WHERE e.case_id = c.id AND e.type = 'deadline-changed') AS lines
         FROM migration_item i JOIN migration_plan p ON p.id = i.plan_id JOIN case_ c ON c.id = i.case_id
        WHERE ENTERED AND p.publication_id = $7 ORDER BY i.organisation_id`,
      [publication],
    );
  const isWhole = ({ status, isThere, isDated, hasTimer, lines }: Item): boolean =>
    status === 'done'
      ? isThere && isDated && hasTimer && lines === 1
      : !isThere && !isDated && !hasTimer && lines === 0;
  const done = async (publication: string): Promise<number> =>
    (await items(publication)).filter(({ status }) => status === 'done').length;

  it('a process that is killed in the middle leaves each case whole, and another one goes on', async () => {
    const holder = await holding(MIDDLE);
    const { publication } = await port.publish(LATER);
    const child = worker();
    await until(async () => (await done(publication)) >= 15, 60);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await holder.query('ROLLBACK');
    const left = await items(publication);
    expect(left.filter(({ status }) => status === 'pending').length).toBeGreaterThan(10);
    expect(left.filter((one) => !isWhole(one))).toEqual([]);
    await port.work();
    await until(async () => (await done(publication)) === QUAYS, 90);
    expect((await items(publication)).filter((one) => !isWhole(one))).toEqual([]);
    // The queue takes up to a minute to see that the process is gone.
  }, 150_000);

  it('a person acts on a case that has not followed yet, and it follows as it stands then', async () => {
    const holder = await holding(MIDDLE);
    const followed = await port.publish(LATER);
    await port.work();
    await until(async () => (await done(followed.publication)) >= 15);
    await port.rows(
      `INSERT INTO membership (id, person_id, programme_id, organisation_id, role)
       SELECT gen_random_uuid(), $7, $8, $9, 'clerk' WHERE ENTERED`,
      [port.persons['sara'], port.programme, port.organisations['quay30']],
    );
    const sara = await port.as('sara');
    const caseId = await caseIn('quay30');
    const { lockVersion } = await view(sara, caseId);
    const sent = await act(sara, caseId, { action: 'send', lockVersion, data: berths() });
    expect([sent.status, sent.body.state]).toEqual([200, 'sent']);
    await holder.query('ROLLBACK');
    await port.settled(followed);
    const all = await items(followed.publication);
    expect(all.every(({ status, isThere }) => status === 'done' && isThere)).toBe(true);
    expect(all.filter(({ movedSince }) => movedSince)).toHaveLength(1);
    expect(await view(sara, caseId)).toMatchObject({ state: 'sent', late: false });
    expect(await port.lines(caseId)).toEqual(['opened', 'acted']);
  });

  it('somebody may stop it and let it go on', async () => {
    const { publication, total } = await port.publish(LATER);
    await port.running.pause(publication);
    await port.work();
    await until(
      async () =>
        (await port.rows(`SELECT FROM outbox o WHERE ENTERED AND o.topic = 'migration' AND o.done_at IS NULL`))
          .length === 0,
    );
    const stopped = (await port.running.progress([publication])).get(publication);
    expect(stopped).toEqual({ total, done: 0, failed: [], isPaused: true });
    await port.running.resume(publication);
    await port.settled({ publication, total });
    const after = (await port.running.progress([publication])).get(publication);
    expect(after).toEqual({ total, done: total, failed: [], isPaused: false });
  });
});
