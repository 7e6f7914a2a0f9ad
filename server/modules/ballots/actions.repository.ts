import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { ContestAction, DoneAction, ProposedAction } from '../../contract/wire/contest.ts';
import { Database, type Sql } from '../../storage/database.ts';

interface Row {
  id: string;
  action: ContestAction;
  detail: Record<string, unknown>;
  by: string;
  byId: string;
  at: Date;
}

const WAITING = `
  SELECT a.id, a.action, a.detail, p.name AS by, a.actor1 AS "byId", a.proposed_at AS at
    FROM vote_action a JOIN person p ON p.id = a.actor1
   WHERE a.election_id = $1 AND a.done_at IS NULL AND a.withdrawn_at IS NULL`;

const DONE = `
  SELECT a.action, a.detail, p.name AS by, q.name AS "confirmedBy", a.done_at AS at
    FROM vote_action a JOIN person p ON p.id = a.actor1 JOIN person q ON q.id = a.actor2
   WHERE a.election_id = $1 AND a.done_at IS NOT NULL ORDER BY a.done_at, a.id`;

/** What was proposed and what was done with elections. */
@Injectable()
export class ActionsRepository {
  constructor(private readonly database: Database) {}

  async waiting(election: string, person: string): Promise<ProposedAction | null> {
    const [row] = await this.database.query<Row>(WAITING, [election]);
    if (row === undefined) return null;
    const { byId, at, ...action } = row;
    return { ...action, at: at.toISOString(), isMine: byId === person };
  }

  async done(election: string): Promise<DoneAction[]> {
    const rows = await this.database.query<Omit<DoneAction, 'at'> & { at: Date }>(DONE, [election]);
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  async propose(
    sql: Sql,
    proposal: { election: string; action: ContestAction; detail: object; person: string },
  ): Promise<void> {
    await sql.query(`INSERT INTO vote_action (id, election_id, action, detail, actor1) VALUES ($1, $2, $3, $4, $5)`, [
      newId(),
      proposal.election,
      proposal.action,
      JSON.stringify(proposal.detail),
      proposal.person,
    ]);
  }

  /** The proposal that waits, held for the rest of the transaction. */
  async take(
    sql: Sql,
    election: string,
    id: string,
  ): Promise<{ action: ContestAction; detail: Record<string, unknown>; proposedBy: string } | undefined> {
    const [row] = await sql.query<{ action: ContestAction; detail: Record<string, unknown>; proposedBy: string }>(
      `SELECT action, detail, actor1 AS "proposedBy" FROM vote_action
        WHERE id = $2 AND election_id = $1 AND done_at IS NULL AND withdrawn_at IS NULL FOR UPDATE`,
      [election, id],
    );
    return row;
  }

  async finish(sql: Sql, id: string, person: string): Promise<void> {
    await sql.query('UPDATE vote_action SET actor2 = $2, done_at = now() WHERE id = $1', [id, person]);
  }

  async withdraw(sql: Sql, id: string): Promise<void> {
    await sql.query('UPDATE vote_action SET withdrawn_at = now() WHERE id = $1', [id]);
  }
}
