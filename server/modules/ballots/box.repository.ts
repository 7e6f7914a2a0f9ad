import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../../storage/database.ts';
import type { CheckpointView } from '../../contract/wire/ballot.ts';
import type { RevealedBallot } from '../../engine/ballot/bundle.ts';
import { quarantineLine } from '../../engine/ballot/quarantine.ts';
import type { CountedLimit } from './open-limits.ts';

export interface BallotToCast {
  election: string;
  commitment: string;
  tracker: string;
  nonce: string;
  choice: readonly string[];
}

export type CastOutcome = 'recorded' | 'closed' | 'code-refused' | 'tracker-taken';
export type CodeState = 'unused' | 'used' | 'revoked' | 'unknown';

const isTaken = (error: unknown): boolean => (error as { code?: string }).code === '23505';

/** The box, through the few functions that the database has for it; nothing else can reach in. */
@Injectable()
export class BoxRepository {
  constructor(private readonly database: Database) {}

  /** One statement, one transaction: when this answers, it is committed. */
  async cast({ election, commitment, tracker, nonce, choice }: BallotToCast): Promise<CastOutcome> {
    try {
      const [row] = await this.database.prepared<{ outcome: CastOutcome }>(
        'vote-cast',
        'SELECT vote_cast($1, $2, $3, $4, $5::text[]) AS outcome',
        [election, commitment, tracker, nonce, choice],
      );
      return row?.outcome ?? 'closed';
    } catch (error) {
      if (isTaken(error)) return 'tracker-taken';
      throw error;
    }
  }

  /** As `cast`; the code is the browser's own, and each limit counts on. */
  async castOpen({ election, commitment, tracker, nonce, choice }: BallotToCast, limits: readonly CountedLimit[]) {
    try {
      const [row] = await this.database.prepared<{ outcome: CastOutcome }>(
        'vote-cast-open',
        'SELECT vote_cast_open($1, $2, $3, $4, $5::text[], $6::jsonb) AS outcome',
        [election, commitment, tracker, nonce, choice, JSON.stringify(limits)],
      );
      return row?.outcome ?? 'closed';
    } catch (error) {
      if (isTaken(error)) return 'tracker-taken';
      throw error;
    }
  }

  async codeState(election: string, commitment: string): Promise<CodeState> {
    const [row] = await this.database.query<{ state: CodeState }>('SELECT vote_code_state($1, $2) AS state', [
      election,
      commitment,
    ]);
    return row?.state ?? 'unknown';
  }

  async hasTracker(election: string, tracker: string): Promise<boolean> {
    const [row] = await this.database.query<{ has: boolean }>('SELECT vote_has_tracker($1, $2) AS has', [
      election,
      tracker,
    ]);
    return row?.has === true;
  }

  async revoke(
    election: string,
    commitment: string,
    replacement: string | null,
  ): Promise<'done' | 'closed' | CodeState> {
    const [row] = await this.database.query<{ outcome: 'done' | 'closed' | CodeState }>(
      'SELECT vote_revoke($1, $2, $3) AS outcome',
      [election, commitment, replacement],
    );
    return row?.outcome ?? 'unknown';
  }

  /** Waits for casts in flight; answers whether the election is closed now. */
  async close(election: string): Promise<boolean> {
    const [row] = await this.database.query<{ closed: boolean }>('SELECT vote_close($1) AS closed', [election]);
    return row?.closed === true;
  }

  /** Tells in the same transaction how many ballots there were; nothing where the box was emptied before. */
  async empty(election: string, tell: (sql: Sql, ballots: number) => Promise<void>): Promise<void> {
    await this.database.transaction(async (sql) => {
      const [box] = await sql.query<{ emptied: boolean }>('SELECT vote_empty_box($1) AS emptied', [election]);
      if (box?.emptied !== true) return;
      await sql.query('SET LOCAL ROLE formflow_tally');
      const [held] = await sql.query<{ ballots: number }>(
        `SELECT ((SELECT count(*) FROM vote_ballot WHERE election_id = $1)
               - (SELECT count(*) FROM vote_quarantine WHERE election_id = $1))::int AS ballots`,
        [election],
      );
      await sql.query('RESET ROLE');
      await sql.query('SELECT vote_settle($1)', [election]);
      await tell(sql, held?.ballots ?? 0);
    });
  }

  /** Elections whose time is over and that are not closed to the end yet. */
  async dueToClose(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT e.id FROM vote_election e
        WHERE (e.status = 'open' AND clock_timestamp() >= coalesce(e.extended_to, e.closes_at))
           OR (e.status = 'closed' AND EXISTS (
                SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE n.nspname = 'vote_intake' AND c.relname = 'ballot-' || e.id))`,
    );
    return rows.map(({ id }) => id);
  }

  async open(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(`SELECT id FROM vote_election WHERE status = 'open'`);
    return rows.map(({ id }) => id);
  }

  async checkpoints(election: string, after: number): Promise<CheckpointView[]> {
    return this.database.query<CheckpointView>(
      'SELECT i, prev, head, trackers FROM vote_checkpoint WHERE election_id = $1 AND i > $2 ORDER BY i',
      [election, after],
    );
  }

  /** Runs `make` alone for one election, over the trackers that no checkpoint published and the end of the chain. */
  async extendChain(
    election: string,
    make: (state: { last: { i: number; head: string } | null; intake: string[] }) => CheckpointView | null,
  ): Promise<void> {
    await this.database.transaction(async (sql) => {
      await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('vote-chain:' || $1, 0))`, [election]);
      const [last] = await sql.query<{ i: number; head: string }>(
        'SELECT i, head FROM vote_checkpoint WHERE election_id = $1 ORDER BY i DESC LIMIT 1',
        [election],
      );
      const intake = await sql.query<{ tracker: string }>('SELECT vote_unpublished($1) AS tracker', [election]);
      const link = make({ last: last ?? null, intake: intake.map(({ tracker }) => tracker) });
      if (link === null) return;
      await sql.query(
        'INSERT INTO vote_checkpoint (election_id, i, prev, head, trackers) VALUES ($1, $2, $3, $4, $5)',
        [election, link.i, link.prev, link.head, link.trackers],
      );
    });
  }

  /** What the box held, once it was emptied. */
  async revealed(
    sql: Sql,
    election: string,
  ): Promise<{ ballots: RevealedBallot[]; used: string[]; quarantined: string[] }> {
    await sql.query('SET LOCAL ROLE formflow_tally');
    const ballots = await sql.query<RevealedBallot>(
      'SELECT tracker, nonce, choice FROM vote_ballot WHERE election_id = $1 ORDER BY tracker',
      [election],
    );
    const used = await sql.query<{ cc: string }>('SELECT cc FROM vote_spent WHERE election_id = $1 ORDER BY cc', [
      election,
    ]);
    const apart = await sql.query<{ tracker: string; reason: string }>(
      'SELECT tracker, reason FROM vote_quarantine WHERE election_id = $1 ORDER BY tracker',
      [election],
    );
    await sql.query('RESET ROLE');
    const quarantined = apart.map(({ tracker, reason }) => quarantineLine(tracker, reason));
    return { ballots, used: used.map(({ cc }) => cc), quarantined };
  }
}
