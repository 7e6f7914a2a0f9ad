import { Injectable } from '@nestjs/common';
import type { ContestAction, ProposeAction } from '../../contract/wire/contest.ts';
import type { TallyResult } from '../../contract/wire/contest-tally.ts';
import type { Sentence } from '../../contract/problem.ts';
import { isByJury } from '../../engine/ballot/jury.ts';
import type { Sql } from '../../storage/database.ts';
import { DomainError } from '../domain-error.ts';
import { BoothProgram } from './booth-program.ts';
import { ContestCasesService } from './contest-cases.service.ts';
import { type Election, ElectionsRepository } from './elections.repository.ts';
import { SealedElections } from './sealed-elections.ts';
import { fingerprintOf, sealOf } from './sealing.ts';
import { TalliesRepository } from './tallies.repository.ts';

type Detail = Record<string, unknown>;

const changed = (): DomainError =>
  new DomainError('stale', {
    zh: '提出之后内容已有变化，请重新提出',
    en: 'It changed since it was proposed; propose it anew',
  });

const noCodes = (): DomainError =>
  new DomainError('conflict', { zh: '请先生成投票码和候选名单', en: 'There are no codes, or no entries, yet' });

const noVote = (): DomainError =>
  new DomainError('conflict', {
    zh: '此次评选没有投票，评委全部完成后自动进入计分',
    en: 'Nobody votes in this contest; it is counted when the judges have finished',
  });

const notLater = (): DomainError =>
  new DomainError('invalid', {
    zh: '延长后的时间必须晚于原定结束时间',
    en: 'The new end must be later than the old one',
  });

const notCounted = (): DomainError =>
  new DomainError('conflict', { zh: '请先计票', en: 'The election was not counted yet' });

/** Results that cannot stand: something is still to be decided, or mended. */
const UNSETTLED: Partial<Record<TallyResult['status'], Sentence>> = {
  tie: { zh: '还有同分等待评审会决定', en: 'A tie waits for the committee to decide it' },
  'over-budget': { zh: '奖金超出总额，结果不能认证', en: 'The prizes cost more than the budget' },
};

/** What each action fixes when it is proposed, and does when it is confirmed. The database's triggers hold the same. */
@Injectable()
export class ContestStepsService {
  constructor(
    private readonly elections: ElectionsRepository,
    private readonly tallies: TalliesRepository,
    private readonly sealed: SealedElections,
    private readonly cases: ContestCasesService,
    private readonly booth: BoothProgram,
  ) {}

  async detail(sql: Sql, election: Election, proposal: ProposeAction): Promise<Detail> {
    switch (proposal.action) {
      case 'seal':
        return { head0: (await this.seal(sql, election)).head0 };
      case 'open':
        if (isByJury(election.rules)) throw noVote();
        await this.cases.checkOpening(sql, election.id);
        return {};
      case 'extend':
        if (isByJury(election.rules)) throw noVote();
        if (new Date(proposal.to) <= election.closesAt) throw notLater();
        return { to: proposal.to };
      case 'certify':
        return this.certified(sql, election.id);
      case 'void':
        return { reason: proposal.reason };
    }
  }

  async carryOut(sql: Sql, election: Election, { action, detail }: { action: ContestAction; detail: Detail }) {
    const { id } = election;
    switch (action) {
      case 'seal': {
        const { text, head0 } = await this.seal(sql, election);
        if (head0 !== detail['head0']) throw changed();
        const frozen = [id, text, head0];
        await sql.query(`UPDATE vote_election SET status = 'sealed', manifest = $2, head0 = $3 WHERE id = $1`, frozen);
        return;
      }
      case 'open':
        await this.cases.checkOpening(sql, id);
        await sql.query('SELECT vote_open_box($1)', [id]);
        return;
      case 'extend':
        await sql.query('UPDATE vote_election SET extended_to = $2 WHERE id = $1', [id, detail['to']]);
        return;
      case 'certify': {
        const now = await this.certified(sql, id);
        if (now['result'] !== detail['result']) throw changed();
        await sql.query(`UPDATE vote_election SET status = 'certified' WHERE id = $1`, [id]);
        await sql.query('UPDATE vote_secret SET traffic_key = NULL WHERE election_id = $1', [id]);
        return;
      }
      case 'void':
        await sql.query(`UPDATE vote_election SET status = 'void' WHERE id = $1`, [id]);
        await sql.query('SELECT vote_settle($1)', [id]);
    }
  }

  forget(election: string): void {
    this.sealed.forget(election);
  }

  private async seal(sql: Sql, election: Election): Promise<{ text: string; head0: string }> {
    const candidates = await this.elections.candidates(sql, election.id);
    const credentials = await this.elections.credentials(sql, election.id);
    const isVotedOn = election.channel !== 'open' && election.rules.draw === undefined && !isByJury(election.rules);
    if (candidates.length === 0 || (isVotedOn && credentials.length === 0)) throw noCodes();
    const secrets = await this.elections.secrets(sql, election.id);
    return sealOf(election, { candidates, credentials, secrets, booth: this.booth.digests() });
  }

  private async certified(sql: Sql, id: string): Promise<Detail> {
    const tally = await this.tallies.last(id, sql);
    if (tally === undefined) throw notCounted();
    const refusal = UNSETTLED[(JSON.parse(tally.result) as TallyResult).status];
    if (refusal !== undefined) throw new DomainError('conflict', refusal);
    return { tally: tally.n, result: fingerprintOf(tally.result) };
  }
}
