import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../../storage/database.ts';
import { enter } from '../../storage/tenant.ts';
import { eventHash, type LinkedEvent } from '../cases/history-chain.ts';
import { brokenContents } from '../cases/history-contents.repository.ts';
import type { ChainBreak, HistoryReport } from './audit-chain.ts';

type StoredEvent = Omit<LinkedEvent, 'at'> & { at: Date };

/** Lines that are read at once; memory stays small however long the histories are. */
const STRETCH = 2_000;

const NEXT = `
  SELECT case_id AS "caseId", seq, type, action, kind, from_state AS "from", to_state AS "to", visit, actor,
         person_id AS person, on_behalf AS "onBehalf", reasons, payload, version_id AS version,
         command_key AS "commandKey", text_digest AS "textDigest", at, prev_hash AS "prevHash", hash
    FROM event WHERE (case_id, seq) > ($1::uuid, $2::integer) ORDER BY case_id, seq LIMIT $3`;

/** What a case remembers of its history's end against the end that is there. */
const ENDS = `
  SELECT c.id, c.event_seq AS seq FROM case_ c
    LEFT JOIN event e ON e.case_id = c.id AND e.seq = c.event_seq
   WHERE (c.event_seq > 0 AND e.hash IS DISTINCT FROM c.event_hash)
      OR EXISTS (SELECT FROM event b WHERE b.case_id = c.id AND b.seq > c.event_seq)
   ORDER BY c.id`;

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

interface Place {
  caseId: string;
  seq: number;
  hash: string;
}

const problemOf = (event: StoredEvent, before: Place): string | undefined => {
  const last = before.caseId === event.caseId ? before : { seq: 0, hash: '' };
  if (eventHash(event.prevHash, { ...event, at: event.at.getTime() }) !== event.hash) return 'changed';
  if (event.seq !== last.seq + 1) return 'missing-before';
  return event.prevHash === last.hash ? undefined : 'not-linked';
};

/** Recomputes the history of every case, as everything stood at one moment. */
@Injectable()
export class CaseHistoriesRepository {
  constructor(private readonly database: Database) {}

  async check(): Promise<HistoryReport> {
    return this.database.transaction(async (sql) => {
      await sql.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await enter(sql, 'system');
      const [counts] = await sql.query<{ cases: number; events: number }>(
        `SELECT (SELECT count(*)::int FROM case_) AS cases, (SELECT count(*)::int FROM event) AS events`,
      );
      const broken = [...(await this.lines(sql)), ...(await this.ends(sql)), ...(await brokenContents(sql))];
      return { cases: counts?.cases ?? 0, events: counts?.events ?? 0, broken };
    });
  }

  private async lines(sql: Sql): Promise<ChainBreak[]> {
    const broken: ChainBreak[] = [];
    let place: Place = { caseId: FIRST_ID, seq: 0, hash: '' };
    for (;;) {
      const events = await sql.query<StoredEvent>(NEXT, [place.caseId, place.seq, STRETCH]);
      for (const event of events) {
        const problem = problemOf(event, place);
        if (problem !== undefined) broken.push({ chain: `case:${event.caseId}`, seq: event.seq, problem });
        place = event;
      }
      if (events.length < STRETCH) return broken;
    }
  }

  private async ends(sql: Sql): Promise<ChainBreak[]> {
    const rows = await sql.query<{ id: string; seq: number }>(ENDS);
    return rows.map(({ id, seq }) => ({ chain: `case:${id}`, seq, problem: 'tail-missing' }));
  }
}
