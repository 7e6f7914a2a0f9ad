import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { v7 as newId } from 'uuid';
import { createApplication } from '../../../server/app/application.ts';
import { readConfig } from '../../../server/app/config.ts';
import { openLog } from '../../../server/app/log.ts';
import { codeFrom } from '../../../server/engine/ballot/code.ts';
import { codeCommitment, trackerOf } from '../../../server/engine/ballot/commitment.ts';
import { ContestActionsService } from '../../../server/modules/ballots/contest-actions.service.ts';
import { DIGESTS } from '../../../server/modules/ballots/digests.ts';
import { DraftElectionsService } from '../../../server/modules/ballots/draft-elections.service.ts';
import type { Identity } from '../../../server/modules/identity.ts';
import { migrate } from '../../../server/storage/migrate.ts';
import type { BenchPostgres } from '../database/postgres.ts';

export const ELECTION = 'bench';
const PROGRAMME = 'bench';

const ENTRIES = Array.from({ length: 23 }, (_, n) => ({
  id: `entry-${n + 1}`,
  title: `Entry ${n + 1}`,
  text: 'What it is about, told in two sentences that fit a telephone. They stand below its title.',
  groups: { club: `club-${n % 9}` },
  criteria: [],
}));

export interface OpenElection {
  app: NestFastifyApplication;
  url: string;
  databaseUrl: string;
  /** Codes that were not used yet. */
  codes: string[];
}

const proposed = async (sql: ReturnType<BenchPostgres['sql']>): Promise<string> => {
  const { rows } = await sql.query<{ id: string }>(
    'SELECT id FROM vote_action WHERE election_id = $1 AND done_at IS NULL',
    [ELECTION],
  );
  return rows[0]?.id ?? '';
};

/** The whole system on a database of its own, with an election that is open. */
export const openElection = async (postgres: BenchPostgres, count: number): Promise<OpenElection> => {
  const database = `booth_${String(Date.now())}`;
  await postgres.sql('postgres').query(`CREATE DATABASE ${database}`);
  const databaseUrl = postgres.urlOf(database);
  await migrate(databaseUrl);
  const sql = postgres.sql(database);
  const config = { ...readConfig({ DEMO: '0', PORT: '0', DATABASE_POOL: '20' }), logLevel: 'silent' as const };
  const app = await createApplication({ config, databaseUrl, log: openLog(config) });
  await app.listen(0, '127.0.0.1');
  const [programmeId, ...people] = [newId(), newId(), newId()];
  await sql.query('INSERT INTO programme (id, key) VALUES ($1, $2)', [programmeId, PROGRAMME]);
  for (const id of people) await sql.query('INSERT INTO person (id, account, name) VALUES ($1, $2, $2)', [id, id]);
  const now = Math.floor(Date.now() / 1000) * 1000;
  await app.get(DraftElectionsService, { strict: false }).create({
    id: ELECTION,
    programmeId,
    title: 'Bench',
    opensAt: new Date(now - 60_000),
    closesAt: new Date(now + 7_200_000),
    rules: {
      source: 'ballots.bench',
      choose: { min: 1, max: 3, spread: { by: 'club', min: 2 }, blank: true },
      quorum: {},
      score: [{ source: 'ballots.bench', scale: 'votes', weight: '1' }],
      ties: [{ lot: true }],
      places: [],
      unfilled: 'stay',
    },
    candidates: ENTRIES,
  });
  const codes = Array.from({ length: count }, () => codeFrom(randomBytes(15)) ?? '');
  const commitments = codes.map((code) => codeCommitment(DIGESTS, ELECTION, code));
  await sql.query(
    `INSERT INTO vote_credential (election_id, cc, batch) SELECT $1, cc, 'all' FROM unnest($2::text[]) AS cc`,
    [ELECTION, commitments],
  );
  const actions = app.get(ContestActionsService, { strict: false });
  const [first, second] = people.map((id) => ({ person: { id } }) as Identity);
  if (first === undefined || second === undefined) throw new Error('two people are needed');
  for (const action of ['seal', 'open'] as const) {
    const place = { programme: PROGRAMME, election: ELECTION };
    await actions.propose(first, place, { action });
    await actions.confirm(second, place, await proposed(sql));
  }
  return { app, url: (await app.getUrl()).replace('[::1]', '127.0.0.1'), databaseUrl, codes };
};

/** What a browser sends, another ballot each time. */
export const ballotWith = (code: string): { code: string; nonce: string; choice: string[]; tracker: string } => {
  const nonce = randomBytes(32).toString('hex');
  const choice = ['entry-1', 'entry-2'];
  return { code, nonce, choice, tracker: trackerOf(DIGESTS, { election: ELECTION, nonce, choice }) };
};
