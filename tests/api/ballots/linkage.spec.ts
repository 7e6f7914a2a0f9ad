import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeCommitment } from '../../../server/engine/ballot/commitment.ts';
import { normaliseCode } from '../../../server/engine/ballot/code.ts';
import { DIGESTS } from '../../../server/modules/ballots/digests.ts';
import { type Ballot, ballot, cast, contest, type Contest, open, pathOf, someChoice, waitForEnd } from './contest.ts';

/** Rank of each value among all. */
const ranks = (values: readonly number[]): number[] => {
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => sorted.indexOf(value));
};

const spearman = (a: readonly number[], b: readonly number[]): number => {
  const [x, y] = [ranks(a), ranks(b)];
  const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
  const [mx, my] = [mean(x), mean(y)];
  const product = x.reduce((sum, value, n) => sum + (value - mx) * ((y[n] ?? 0) - my), 0);
  const length = (list: readonly number[], m: number): number =>
    Math.sqrt(list.reduce((sum, one) => sum + (one - m) ** 2, 0));
  return product / (length(x, mx) * length(y, my) || 1);
};

describe('everything that is stored after an election was closed', () => {
  let system: Contest;
  let owner: pg.Client;
  const id = 'kites-linked';
  const voters = 400;
  const cast_: { commitment: string; code: string; given: Ballot }[] = [];

  beforeAll(async () => {
    system = await contest();
    owner = new pg.Client({ connectionString: system.databaseUrl });
    await owner.connect();
    const codes = await open(system, id, { codes: voters + 20, lasts: 20_000 });
    for (const [n, code] of codes.slice(0, voters).entries()) {
      const given = ballot(id, code, { choice: someChoice(n), nonce: randomBytes(32).toString('hex') });
      const { status } = await cast(system, id, given);
      if (status !== 200) throw new Error(`not cast: ${status}`);
      cast_.push({ commitment: codeCommitment(DIGESTS, id, normaliseCode(code) ?? ''), code, given });
      if (n % 150 === 149) await system.closing.checkpoint();
    }
    await waitForEnd(system, id);
    await system.closing.closeDue();
  }, 120_000);
  afterAll(async () => {
    await owner.end();
    await system.close();
  });

  interface Place {
    key: string;
    xmin: string;
    xmax: string;
    ctid: string;
  }
  const places = async (table: string, key: string): Promise<Map<string, Place>> => {
    const { rows } = await owner.query<Place>(
      `SELECT ${key} AS key, xmin::text, xmax::text, ctid::text FROM ${table} WHERE election_id = $1`,
      [id],
    );
    return new Map(rows.map((row) => [row.key, row]));
  };
  const position = (ctid: string | undefined): number => {
    const [page = 0, row = 0] = (ctid ?? '').replace(/[()]/g, '').split(',').map(Number);
    return page * 1000 + row;
  };

  it('has one age for all ballots, and one for all used codes', async () => {
    const ballots = await places('vote_ballot', 'tracker');
    const spent = await places('vote_spent', 'cc');
    expect([ballots.size, spent.size]).toEqual([voters, voters]);
    expect(new Set([...ballots.values()].map(({ xmin }) => xmin)).size).toBe(1);
    expect(new Set([...spent.values()].map(({ xmin }) => xmin)).size).toBe(1);
  });

  it('keeps the ballots in no order that has to do with codes', async () => {
    const ballots = await places('vote_ballot', 'tracker');
    const spent = await places('vote_spent', 'cc');
    const credentials = await places('vote_credential', 'cc');
    const ballotAt = cast_.map(({ given }) => position(ballots.get(given.tracker)?.ctid));
    const spentAt = cast_.map(({ commitment }) => position(spent.get(commitment)?.ctid));
    const credentialAt = cast_.map(({ commitment }) => position(credentials.get(commitment)?.ctid));
    const time = cast_.map((_, n) => n);
    // Three standard deviations of chance with so many pairs.
    const chance = 3 / Math.sqrt(voters - 1);
    expect(Math.abs(spearman(ballotAt, spentAt))).toBeLessThan(chance);
    expect(Math.abs(spearman(ballotAt, time))).toBeLessThan(chance);
    expect(Math.abs(spearman(spentAt, time))).toBeLessThan(chance);
    expect(Math.abs(spearman(credentialAt, ballotAt))).toBeLessThan(chance);
  });

  it('does not mark a code’s commitment with the transaction that used it', async () => {
    const credentials = await places('vote_credential', 'cc');
    expect(new Set([...credentials.values()].map(({ xmax }) => xmax))).toEqual(new Set(['0']));
    expect(new Set([...credentials.values()].map(({ xmin }) => xmin)).size).toBe(1);
  });

  it('links no more pairs by the order of rows than chance would', async () => {
    const { rows: trackers } = await owner.query<{ tracker: string }>('SELECT tracker FROM vote_ballot ORDER BY ctid');
    const { rows: codes } = await owner.query<{ cc: string }>('SELECT cc FROM vote_spent ORDER BY ctid');
    const trackerOf = new Map(cast_.map(({ commitment, given }) => [commitment, given.tracker]));
    const linked = codes.filter(({ cc }, n) => trackerOf.get(cc) === trackers[n]?.tracker).length;
    expect(linked).toBeLessThanOrEqual(6);
  });

  it('has no box any more', async () => {
    const { rows } = await owner.query(
      `SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'vote_intake'`,
    );
    expect(rows).toEqual([]);
  });

  it('holds no code anywhere, and a tracker only where it is published', async () => {
    const { rows: names } = await owner.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
        WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`,
    );
    const tables = new Map<string, string>();
    for (const { name } of names) {
      const { rows } = await owner.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
      tables.set(name.replace('public.', ''), rows.map(({ text }) => text).join('\n'));
    }
    expect(tables.size).toBeGreaterThan(40);
    const holding = (text: string): string[] =>
      [...tables].filter(([, rows]) => rows.includes(text)).map(([table]) => table);
    for (const { commitment, code, given } of cast_.slice(0, 60)) {
      expect(holding(code)).toEqual([]);
      expect(holding(normaliseCode(code) ?? '')).toEqual([]);
      expect(holding(given.tracker).sort()).toEqual(['vote_ballot', 'vote_checkpoint']);
      expect(holding(given.nonce)).toEqual(['vote_ballot']);
      expect(holding(commitment).sort()).toEqual(['vote_credential', 'vote_spent']);
    }
  });

  it('and everything that was logged, names no code, commitment, tracker or choice', async () => {
    await system.ada.post(pathOf(id, '/seed'), { seed: '1-2-3' });
    const log = system.log.join('\n');
    expect(log.length).toBeGreaterThan(1000);
    for (const { commitment, code, given } of cast_) {
      for (const secret of [commitment, code, given.tracker, given.nonce]) expect(log.includes(secret)).toBe(false);
    }
    expect(log).not.toContain('kite-1');
  });
});
