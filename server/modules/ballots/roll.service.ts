import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DrawnCode, MyVotes } from '../../contract/wire/roll.ts';
import { codeCommitment } from '../../engine/ballot/commitment.ts';
import { Database, type Sql } from '../../storage/database.ts';
import { AuditTrail } from '../audit-trail.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import type { ElectionPlace } from './contest-actions.service.ts';
import { ContestsService } from './contests.service.ts';
import { DIGESTS } from './digests.ts';
import { ElectionsRepository } from './elections.repository.ts';
import { lockCode, unlockCode } from './locked-code.ts';
import { newCode, told } from './new-code.ts';
import { RollRepository } from './roll.repository.ts';

/** All codes of a roll are of one batch: smaller ones would narrow down whose code was used. */
const BATCH = 'accounts';

const notByRoll = (): DomainError =>
  new DomainError('conflict', {
    zh: '只有未封存的、由账号持有人投票的选举可以编制名册',
    en: 'Only a draft in which account holders vote has a roll to draw up',
  });

const nobody = (): DomainError =>
  new DomainError('conflict', { zh: '没有符合条件的账号', en: 'Nobody with an account may vote in this election' });

const drawnElsewhere = (): DomainError =>
  new DomainError('code-drawn', {
    zh: '您已领取过投票码。请使用当时领取的设备；如已遗失，请把编号告诉组织者补发',
    en: 'You have drawn your code. Use the device that you drew it on, or tell the organiser its number to have it replaced',
  });

/**
 * Codes that account holders draw themselves. As many as people on the roll are made before sealing, and their commitments
 * are frozen with everything else; until one is drawn it is kept encrypted. Drawing takes any one of them out of the pool
 * and notes that the person has drawn. Which one is written nowhere, nor when: not in the audit trail either.
 */
@Injectable()
export class RollService {
  constructor(
    private readonly database: Database,
    private readonly contests: ContestsService,
    private readonly elections: ElectionsRepository,
    private readonly roll: RollRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Enters everybody who may vote now, and makes as many codes. Done again it begins anew. */
  async drawUp(who: Identity, place: ElectionPlace): Promise<void> {
    const { id, status, channel, rules } = await this.contests.find(place);
    if (status !== 'draft' || channel !== 'accounts') throw notByRoll();
    await this.database.transaction(async (sql) => {
      const people = await this.roll.eligible(sql, id, rules.electorate?.roles ?? null);
      if (people.length === 0) throw nobody();
      const key = randomBytes(32).toString('hex');
      const codes = people.map(() => newCode(id));
      await this.roll.replace(sql, id, { people, sealed: codes.map(({ code }) => lockCode(code, key)), key });
      const commitments = codes.map(({ commitment }) => commitment);
      await this.elections.addCredentials(sql, id, { batch: BATCH, commitments });
      const detail = String(people.length);
      await this.audit.append(sql, { type: 'roll-drawn-up', person: who.person.id, subject: id, detail });
    });
  }

  async mine(who: Identity): Promise<MyVotes> {
    const votes = await this.roll.ofPerson(who.person.id);
    return votes.map(({ opensAt, closesAt, ...vote }) => ({
      ...vote,
      opens: opensAt.toISOString(),
      closes: closesAt.toISOString(),
    }));
  }

  /** One code a person, whatever comes at once; with the same claim the same code again, for answers that were lost. */
  async draw(who: Identity, id: string, claim: string): Promise<DrawnCode> {
    const election = await this.elections.find(id);
    if (election?.channel !== 'accounts') throw new DomainError('not-found');
    if (election.status !== 'sealed' && election.status !== 'open') throw new DomainError('election-closed');
    const code = await this.database.transaction((sql) => this.drawOne(sql, id, { person: who.person.id, claim }));
    return told({ code, commitment: codeCommitment(DIGESTS, id, code) });
  }

  private async drawOne(sql: Sql, id: string, { person, claim }: { person: string; claim: string }): Promise<string> {
    const entry = await this.roll.entry(sql, id, person);
    if (entry === undefined) throw new DomainError('not-found');
    if (entry.drawn) {
      const again = entry.held === null ? null : unlockCode(entry.held, claim);
      if (again === null) throw drawnElsewhere();
      return again;
    }
    const taken = await this.roll.take(sql, id);
    const code = taken === undefined ? null : unlockCode(taken.sealed, taken.key);
    if (code === null) throw new Error('the pool of an election has no code for somebody on its roll');
    await this.roll.noteDrawn(sql, id, { person, held: lockCode(code, claim) });
    return code;
  }
}
