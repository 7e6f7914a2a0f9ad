import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { ContestEvent } from '../../contract/definition/gather.ts';
import type { Result } from '../../engine/ballot/result.ts';
import { hasQuorum } from '../../engine/ballot/tally.ts';
import type { Sql } from '../../storage/database.ts';
import { enter } from '../../storage/tenant.ts';
import type { ContestEventOrder } from '../outbox-topics.ts';
import { ContestCasesRepository } from './contest-cases.repository.ts';
import { SealedElections } from './sealed-elections.ts';

const COUNTED: Record<Result['status'], ContestEvent | null> = {
  done: '@tally.done',
  tie: '@tally.tie',
  empty: '@tally.empty',
  // Told when the election closed.
  'no-quorum': null,
  'over-budget': null,
};

/** Tells the cases that elections are held for what became of them, in the transaction in which it does. */
@Injectable()
export class ContestEventsService {
  constructor(
    private readonly cases: ContestCasesRepository,
    private readonly sealed: SealedElections,
  ) {}

  async closed(sql: Sql, election: string, ballots: number): Promise<void> {
    const sealed = await this.sealed.find(election);
    if (sealed === undefined) return;
    const { rules, credentials } = sealed.manifest;
    const isEnough = hasQuorum(rules.quorum, { used: ballots, electorate: credentials.count });
    await this.tell(sql, election, { name: isEnough ? '@ballot.closed' : '@ballot.no_quorum', n: 0 });
  }

  async counted(sql: Sql, election: string, status: Result['status']): Promise<void> {
    const name = COUNTED[status];
    if (name === null) return;
    const [counts] = await sql.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM vote_tally WHERE election_id = $1',
      [election],
    );
    await this.tell(sql, election, { name, n: counts?.n ?? 0 });
  }

  private async tell(sql: Sql, election: string, told: Pick<ContestEventOrder, 'name' | 'n'>): Promise<void> {
    const origin = await this.cases.originOf(sql, election);
    if (origin === undefined) return;
    const order: ContestEventOrder = { case: origin.caseId, election, ballot: origin.ballot, ...told };
    await enter(sql, 'system');
    await sql.query(
      `INSERT INTO outbox (id, topic, dedup_key, payload) VALUES ($1, 'contest-event', $2, $3)
       ON CONFLICT (dedup_key) DO NOTHING`,
      [newId(), `contest:${election}:${told.name}:${told.n}`, JSON.stringify(order)],
    );
  }
}
