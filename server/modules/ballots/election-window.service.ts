import { Injectable } from '@nestjs/common';
import type { ElectionWindow } from '../../contract/wire/contest.ts';
import { Database } from '../../storage/database.ts';
import { AuditTrail } from '../audit-trail.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import type { ElectionPlace } from './contest-actions.service.ts';
import { ContestsService } from './contests.service.ts';

const MOVE = `
  UPDATE vote_election SET opens_at = $2, closes_at = $3
   WHERE id = $1 AND status = 'draft' AND $3::timestamptz > clock_timestamp() RETURNING id`;

/** When an election is held, where that is to be another time than its workflow names. Sealing fixes it. */
@Injectable()
export class ElectionWindowService {
  constructor(
    private readonly database: Database,
    private readonly contests: ContestsService,
    private readonly audit: AuditTrail,
  ) {}

  /** By the clock of the database, which opens and closes elections: one that is over cannot be begun. */
  async move(who: Identity, place: ElectionPlace, { opens, closes }: ElectionWindow): Promise<void> {
    const { id } = await this.contests.find(place);
    await this.database.transaction(async (sql) => {
      if ((await sql.query(MOVE, [id, opens, closes])).length === 0)
        throw new DomainError('conflict', {
          zh: '投票时间只能在封存之前修改，并且结束时间须在现在之后',
          en: 'The times can be changed before sealing only, and the end must lie in the future',
        });
      const detail = `${opens}/${closes}`;
      await this.audit.append(sql, { type: 'election-moved', person: who.person.id, subject: id, detail });
    });
  }
}
