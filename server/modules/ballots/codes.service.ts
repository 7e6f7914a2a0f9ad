import { Injectable } from '@nestjs/common';
import type { IssueCodes, IssuedCodes, RevokeCode } from '../../contract/wire/contest.ts';
import { normaliseCode } from '../../engine/ballot/code.ts';
import { codeCommitment } from '../../engine/ballot/commitment.ts';
import { Database } from '../../storage/database.ts';
import { AuditTrail } from '../audit-trail.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { BoxRepository } from './box.repository.ts';
import { ContestsService } from './contests.service.ts';
import { DIGESTS } from './digests.ts';
import { ElectionsRepository } from './elections.repository.ts';
import { newCode, told } from './new-code.ts';

const NOT_REVOCABLE = {
  closed: { zh: '投票已结束，不能再作废投票码', en: 'The election is not open any more' },
  used: { zh: '该投票码已使用，不能作废', en: 'This code was used already' },
  revoked: { zh: '该投票码已作废', en: 'This code was revoked already' },
  unknown: { zh: '没有这个投票码', en: 'There is no such code' },
} as const;

/** Where codes are drawn, or where there are none, nobody hands any out beside. */
export const notByCodes = (): DomainError =>
  new DomainError('conflict', {
    zh: '本次投票不由组织者发放投票码',
    en: 'In this election no codes are handed out',
  });

/** One-time codes. They are told once, to whoever prints or sends them; only commitments stay. */
@Injectable()
export class CodesService {
  constructor(
    private readonly database: Database,
    private readonly contests: ContestsService,
    private readonly elections: ElectionsRepository,
    private readonly box: BoxRepository,
    private readonly audit: AuditTrail,
  ) {}

  async issue(who: Identity, place: { programme: string; election: string }, order: IssueCodes): Promise<IssuedCodes> {
    const { id, status, channel } = await this.contests.find(place);
    if (channel !== 'codes') throw notByCodes();
    if (status !== 'draft')
      throw new DomainError('conflict', {
        zh: '投票已封存，名册不能再增加投票码',
        en: 'The election is sealed; no code can be added',
      });
    const codes = Array.from({ length: order.count }, () => newCode(id));
    await this.database.transaction(async (sql) => {
      const commitments = codes.map(({ commitment }) => commitment);
      await this.elections.addCredentials(sql, id, { batch: order.batch, commitments });
      const detail = `${order.batch} ${order.count}`;
      await this.audit.append(sql, { type: 'codes-issued', person: who.person.id, subject: id, detail });
    });
    return { codes: codes.map(told) };
  }

  /** Answers the code that takes its place, where one was asked for. */
  async revoke(who: Identity, place: { programme: string; election: string }, given: RevokeCode): Promise<IssuedCodes> {
    const { id } = await this.contests.find(place);
    const commitment = await this.commitmentOf(id, given);
    const fresh = given.replace ? newCode(id) : null;
    const outcome = await this.box.revoke(id, commitment, fresh?.commitment ?? null);
    if (outcome !== 'done')
      throw new DomainError('conflict', NOT_REVOCABLE[outcome === 'unused' ? 'unknown' : outcome]);
    const type = fresh === null ? 'code-revoked' : 'code-replaced';
    await this.database.transaction((sql) => this.audit.append(sql, { type, person: who.person.id, subject: id }));
    return { codes: fresh === null ? [] : [told(fresh)] };
  }

  private async commitmentOf(election: string, { code, slip }: RevokeCode): Promise<string> {
    const normal = code === undefined ? null : normaliseCode(code);
    if (normal !== null) return codeCommitment(DIGESTS, election, normal);
    const [commitment, another] = slip === undefined ? [] : await this.elections.byBeginning(election, slip);
    if (commitment === undefined || another !== undefined) throw new DomainError('not-found', NOT_REVOCABLE.unknown);
    return commitment;
  }
}
