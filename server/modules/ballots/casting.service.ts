import { Injectable } from '@nestjs/common';
import type { BallotReceipt, CastBallot, CodeAnswer } from '../../contract/wire/ballot.ts';
import { judgeChoice } from '../../engine/ballot/choice.ts';
import { normaliseCode } from '../../engine/ballot/code.ts';
import { codeCommitment, receiptMessage, trackerOf } from '../../engine/ballot/commitment.ts';
import { DomainError } from '../domain-error.ts';
import { networkOf } from '../sessions/network.ts';
import { BoxRepository } from './box.repository.ts';
import { CHOICE_SENTENCES } from './choice-sentences.ts';
import { DIGESTS } from './digests.ts';
import { GuessThrottle } from './guess-throttle.ts';
import { limitsFor } from './open-limits.ts';
import { type SealedElection, SealedElections } from './sealed-elections.ts';
import { Traffic } from './traffic.ts';
import { TrafficRepository } from './traffic.repository.ts';

interface Ballot {
  commitment: string;
  tracker: string;
  nonce: string;
  choice: string[];
}

/** A code that was never one commits to this, so that it goes the same way as one that is not known. */
const NO_CODE = '';

const isOpen = ({ manifest }: SealedElection): boolean => manifest.channel === 'open';

const closed = (): DomainError => new DomainError('election-closed');

/** The same for a code that is unknown, revoked or used, so that trying tells nothing. */
const notUsable = (): DomainError =>
  new DomainError('code-not-usable', {
    zh: '投票码无效、已作废或已使用',
    en: 'This code is not known, was revoked, or was used already',
  });

/** A choice is judged before the code is touched: what is invalid never costs a code. */
const checked = ({ id, manifest }: SealedElection, { code, nonce, choice, tracker }: CastBallot): Ballot => {
  const verdict = judgeChoice(choice, manifest.rules.choose, manifest.candidates);
  if (verdict.kind === 'invalid') {
    const message = CHOICE_SENTENCES[verdict.problem];
    throw new DomainError('invalid', message, { issues: [{ pointer: '/choice', message, code: verdict.problem }] });
  }
  if (trackerOf(DIGESTS, { election: id, nonce, choice: verdict.choice }) !== tracker) {
    const message = {
      zh: '选票校验值不正确，请刷新页面重试',
      en: 'The tracker does not fit the ballot; reload the page',
    };
    throw new DomainError('invalid', message, { issues: [{ pointer: '/tracker', message }] });
  }
  const normal = normaliseCode(code) ?? NO_CODE;
  return { commitment: codeCommitment(DIGESTS, id, normal), tracker, nonce, choice: verdict.choice };
};

/** Takes ballots, and says what became of a code to whoever holds it. */
@Injectable()
export class CastingService {
  constructor(
    private readonly elections: SealedElections,
    private readonly box: BoxRepository,
    private readonly throttle: GuessThrottle,
    private readonly traffic: Traffic,
    private readonly batches: TrafficRepository,
  ) {}

  async cast(id: string, body: CastBallot, address: string): Promise<BallotReceipt> {
    const election = await this.sealed(id);
    const ballot = checked(election, body);
    const outcome = await this.put(election, ballot, { device: body.device ?? '', address });
    if (outcome === 'recorded') {
      if (!isOpen(election)) await this.count(election, ballot.commitment, address);
      return this.receipt(election, ballot.tracker, 'recorded');
    }
    if (outcome === 'tracker-taken')
      throw new DomainError('conflict', { zh: '请刷新页面后重新投票', en: 'Reload the page and vote again' });
    if (await this.wasRecorded(election, ballot)) return this.receipt(election, ballot.tracker, 'already-recorded');
    if (outcome === 'closed') throw closed();
    throw await this.refusal(election, address);
  }

  /** Only to whoever holds the code; anything else is answered like a cast with it. */
  async codeState(id: string, typed: string, address: string): Promise<CodeAnswer> {
    const election = await this.sealed(id);
    const commitment = codeCommitment(DIGESTS, id, normaliseCode(typed) ?? NO_CODE);
    const state = await this.box.codeState(id, commitment);
    if (state === 'unknown') throw await this.refusal(election, address);
    return { state };
  }

  private async sealed(id: string): Promise<SealedElection> {
    const election = await this.elections.find(id);
    if (election === undefined) throw new DomainError('not-found');
    return election;
  }

  /** Only who cast it knows the nonce that leads to a tracker, so the code need not be looked up among ballots. */
  private async wasRecorded(election: SealedElection, { commitment, tracker }: Ballot): Promise<boolean> {
    const { id } = election;
    if (!isOpen(election) && (await this.box.codeState(id, commitment)) !== 'used') return false;
    return this.box.hasTracker(id, tracker);
  }

  private put(election: SealedElection, ballot: Ballot, from: { device: string; address: string }) {
    const given = { election: election.id, ...ballot };
    return isOpen(election) ? this.box.castOpen(given, limitsFor(election, from)) : this.box.cast(given);
  }

  private async refusal(election: SealedElection, address: string): Promise<DomainError> {
    this.traffic.note({ election: election.id, key: election.trafficKey, batch: '', address, isGood: false });
    const wait = await this.throttle.note({ election: election.id, network: networkOf(address) });
    return wait === null
      ? notUsable()
      : new DomainError('too-many-requests', undefined, { extensions: { retryAfter: wait } });
  }

  private async count({ id, trafficKey: key }: SealedElection, commitment: string, address: string): Promise<void> {
    const batch = await this.batches.batchOf(id, commitment);
    this.traffic.note({ election: id, key, batch, address, isGood: true });
  }

  private receipt({ id, sign }: SealedElection, tracker: string, state: BallotReceipt['state']): BallotReceipt {
    const signature = sign(receiptMessage(DIGESTS, id, tracker));
    return { state, election: id, tracker, signature };
  }
}
