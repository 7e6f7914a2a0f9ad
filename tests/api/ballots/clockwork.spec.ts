import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ElectionClosing } from '../../../server/modules/election-closing.ts';
import { DueTimers } from '../../../server/modules/due-timers.ts';
import { FileSweeper } from '../../../server/modules/files/file-sweeper.ts';
import { Traffic } from '../../../server/modules/ballots/traffic.ts';
import { Database } from '../../../server/storage/database.ts';
import { OUTBOX_HANDLERS, type OutboxHandlers } from '../../../server/work/outbox-handlers.ts';
import { startWork, type Work } from '../../../server/work/start-work.ts';
import pg from 'pg';
import { eventually } from '../../support/eventually.ts';
import { ballot, cast, contest, type Contest, draft, issue, open, pathOf, together } from './contest.ts';

describe('an election that nobody looks after', () => {
  let system: Contest;
  let work: Work | undefined;

  beforeAll(async () => {
    system = await contest();
  });
  afterAll(async () => {
    await work?.stop();
    await system.close();
  });

  it('is closed by the clockwork when its time is over', async () => {
    const codes = await open(system, 'kites-alone', { codes: 3, lasts: 6_000 });
    expect((await cast(system, 'kites-alone', ballot('kites-alone', codes[0] ?? ''))).status).toBe(200);
    const get = <Part>(part: abstract new (...given: never[]) => Part): Part =>
      system.server.get(part, { strict: false });
    work = await startWork({
      place: { databaseUrl: system.databaseUrl, redisUrl: undefined },
      database: get(Database),
      timers: get(DueTimers),
      files: get(FileSweeper),
      handlers: system.server.get<OutboxHandlers>(OUTBOX_HANDLERS),
      elections: get(ElectionClosing),
    });
    await eventually(async () => (await system.ada.get(pathOf('kites-alone'))).body['status'], 'closed', 45);
    const { body } = await system.browser().get<{ trackers: string[] }[]>('/api/elections/kites-alone/checkpoints');
    expect(body.map(({ trackers }) => trackers.length)).toEqual([1]);
  });
});

describe('a cast whose connection is lost', () => {
  let system: Contest;
  let owner: pg.Client;
  /** What runs is told once a transaction. */
  let watcher: pg.Client;

  beforeAll(async () => {
    system = await contest();
    owner = new pg.Client({ connectionString: system.databaseUrl });
    await owner.connect();
    watcher = new pg.Client({ connectionString: system.databaseUrl });
    await watcher.connect();
  });
  afterAll(async () => {
    await owner.end();
    await watcher.end();
    await system.close();
  });

  const killWaiting = async (): Promise<void> => {
    for (;;) {
      const { rowCount } = await watcher.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE query LIKE '%vote_cast%' AND wait_event_type = 'Lock' AND pid <> pg_backend_pid() AND datname = current_database()`,
      );
      if ((rowCount ?? 0) > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  let code = '';

  it.each([
    ['before anything was written', `SELECT pg_advisory_xact_lock(hashtextextended('vote:kites-cut', 0))`],
    [
      'while it waits for another cast with the code',
      `INSERT INTO vote_spent_intake SELECT election_id, cc FROM vote_credential WHERE election_id = 'kites-cut'`,
    ],
  ])('leaves its code unused, %s', async (_, hold) => {
    if (code === '') [code = ''] = await open(system, 'kites-cut', { codes: 1 });
    const given = ballot('kites-cut', code);
    await owner.query('BEGIN');
    await owner.query(hold);
    const asked = cast(system, 'kites-cut', given);
    await killWaiting();
    await owner.query('ROLLBACK');
    expect((await asked).status).toBe(503);
    const counted = await owner.query<{ spent: number; ballots: number }>(`
      SELECT (SELECT count(*) FROM vote_spent_intake)::int AS spent, (SELECT count(*) FROM vote_ballot_intake)::int AS ballots`);
    expect(counted.rows).toEqual([{ spent: 0, ballots: 0 }]);
  });

  it('can be made again with the code', async () => {
    expect((await cast(system, 'kites-cut', ballot('kites-cut', code))).status).toBe(200);
  });

  it('is counted by batch and network only, and a burst is flagged while no ballot goes for it', async () => {
    const id = 'kites-burst';
    await draft(system, id);
    const codes = await issue(system, id, 12, 'north');
    await issue(system, id, 30, 'south');
    for (const action of ['seal', 'open']) await together(system, id, { action });
    for (const code of codes.slice(0, 11)) await cast(system, id, ballot(id, code));
    await system.server.get(Traffic, { strict: false }).flush();
    const traffic = await owner.query<Record<string, unknown>>('SELECT * FROM vote_traffic WHERE election_id = $1', [
      id,
    ]);
    expect(traffic.rows).toMatchObject([{ batch: 'north', ok: 11, bad: 0 }]);
    expect(String(traffic.rows[0]?.['ip_tag'])).toMatch(/^[0-9a-f]{16}$/);
    const flags = await owner.query('SELECT kind, detail FROM vote_flag WHERE election_id = $1', [id]);
    expect(flags.rows).toMatchObject([{ kind: 'batch-burst', detail: { batch: 'north', ok: 11, codes: 12 } }]);
    const ballots = await owner.query('SELECT FROM vote_ballot_intake WHERE election_id = $1', [id]);
    expect(ballots.rowCount).toBe(11);
  });
});
