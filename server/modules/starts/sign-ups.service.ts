import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { SignUp, SignUpReceipt } from '../../contract/wire/join.ts';
import { normalize } from '../../engine/form/normalize.ts';
import { signUpRefusal } from '../../engine/start.ts';
import { publicStarters, startByPeople } from '../../engine/start-rule.ts';
import type { Sql } from '../../storage/database.ts';
import { personKey, requestHash } from '../cases/idempotency.ts';
import { PeersRepository } from '../cases/peers.repository.ts';
import { locksOf } from '../cases/peers.service.ts';
import { refusalError } from '../cases/refusals.ts';
import { refuseUnstorable } from '../cases/storable.ts';
import { DomainError } from '../domain-error.ts';
import type { RunningModel } from '../models.ts';
import { JoinService, type SignUpPage } from './join.service.ts';
import { personHash, receiptFor, receiptHash } from './receipts.ts';
import { SentCaseService } from './sent-case.service.ts';
import { SignUpsRepository, type SignUpState } from './sign-ups.repository.ts';
import { blankOf, type Wanted } from './start-facts.service.ts';

export interface AskedByAnybody extends SignUpPage {
  key: string | undefined;
  language: string;
}

/** One request with everything that identifies it. */
interface Request {
  asked: AskedByAnybody;
  body: SignUp;
  wanted: Wanted;
  receipt: string;
  receiptHash: string;
  personHash: string | null;
  /** Of the receipt that the browser holds from before. */
  heldHash: string | null;
  commandKey: string;
  requestHash: string;
}

/** Somebody who signed up already: nothing of what was begun may stay, and nobody may see a difference. */
class SignedUpBefore extends Error {
  readonly first: SignUpState;

  constructor(first: SignUpState) {
    super('signed up before');
    this.first = first;
  }
}

/** Sign-ups of people without an account: once a person, however often it is sent. */
@Injectable()
export class SignUpsService {
  constructor(
    private readonly join: JoinService,
    private readonly signUps: SignUpsRepository,
    private readonly sent: SentCaseService,
    private readonly peers: PeersRepository,
  ) {}

  async signUp(asked: AskedByAnybody, body: SignUp): Promise<SignUpReceipt> {
    refuseUnstorable(body);
    const running = await this.join.running(asked);
    if (startByPeople(running.model.workflow)?.privacy?.version !== body.privacy) throw newNotice();
    const request = await this.requestOf(asked, body, running);
    try {
      return await this.peers.holding(locksFor(request), (sql) => this.receive(request, sql));
    } catch (error) {
      if (!(error instanceof SignedUpBefore)) throw error;
      await this.repeat(request, error.first);
      return answerTo(request, request.wanted.now);
    }
  }

  private async requestOf(asked: AskedByAnybody, body: SignUp, running: RunningModel): Promise<Request> {
    const key = await this.signUps.secret();
    const commandKey = personKey('public', asked.key);
    const receipt = receiptFor(key, commandKey);
    const { once = [] } = startByPeople(running.model.workflow) ?? {};
    return {
      asked,
      body,
      wanted: await this.sent.wanted(running, body.organisation),
      receipt,
      receiptHash: receiptHash(key, receipt),
      personHash: personHash(key, running.workflowId, { once, data: normalize(running.model, body.data) }),
      heldHash: body.receipt === undefined ? null : receiptHash(key, body.receipt),
      commandKey,
      requestHash: requestHash(`${asked.programme}/${asked.workflow}`, body),
    };
  }

  private async receive(request: Request, sql: Sql): Promise<SignUpReceipt> {
    const { wanted, asked, body } = request;
    const { running, now, organisation } = wanted;
    const stored = await this.signUps.byCommand(request.commandKey, sql);
    if (stored !== undefined) {
      if (stored.requestHash !== request.requestHash) throw new DomainError('key-reused');
      return answerTo(request, stored.at);
    }
    const first = await this.firstOf(request, sql);
    const wish = await this.sent.wish(wanted, sql);
    const refusal = signUpRefusal(running.model, wish, now.getTime());
    if (refusal !== null) throw refusalError(refusal, asked.language);
    const [actor = null] = publicStarters(running.model.workflow);
    const caseId = await this.sent.begin({ ...request, wish, actor, language: asked.language }, body, sql);
    if (first !== undefined) throw new SignedUpBefore(first);
    await this.signUps.insert({ ...rowOf(request), id: uuid(), caseId, organisationId: organisation?.id ?? null }, sql);
    return answerTo(request, now);
  }

  /** The sign-up of the same person that still stands. One that was refused gives its place to a new one. */
  private async firstOf(request: Request, sql: Sql): Promise<SignUpState | undefined> {
    const { running } = request.wanted;
    if (request.personHash === null) return undefined;
    const found = await this.signUps.byPerson(running.workflowId, request.personHash, sql);
    if (found === undefined) return undefined;
    const final = running.model.workflow.states[found.state]?.final;
    if (found.status === 'cancelled' || final === 'failure' || final === 'void') {
      await this.signUps.forget(found.id, sql);
      return undefined;
    }
    if (found.receiptHash === request.heldHash) throw signedUp();
    return found;
  }

  private async repeat(request: Request, first: SignUpState): Promise<void> {
    const row = { ...rowOf(request), id: uuid(), caseId: first.caseId, personHash: null, repeats: true };
    await this.signUps.insert({ ...row, organisationId: request.wanted.organisation?.id ?? null });
  }
}

const locksFor = ({ wanted, personHash: person, commandKey }: Request): string[] => [
  ...(startByPeople(wanted.running.model.workflow)?.max === undefined ? [] : [`start ${wanted.running.workflowId}`]),
  `person ${person ?? commandKey}`,
  ...locksOf(wanted.running, blankOf(wanted), wanted.now.getTime()),
];

const rowOf = ({ wanted, body, ...request }: Request) => ({
  programmeId: wanted.running.programmeId,
  workflowId: wanted.running.workflowId,
  receiptHash: request.receiptHash,
  personHash: request.personHash,
  repeats: false,
  privacyVersion: body.privacy,
  commandKey: request.commandKey,
  requestHash: request.requestHash,
  at: wanted.now,
});

const answerTo = ({ receipt, wanted }: Request, at: Date): SignUpReceipt => ({
  receipt,
  organisation: wanted.organisation?.title ?? '',
  at: at.toISOString(),
});

const newNotice = (): DomainError =>
  new DomainError('conflict', {
    zh: '隐私告知已经更新，请刷新页面，阅读后再提交',
    en: 'The privacy notice has changed; load the page again and read it before you send',
  });

const signedUp = (): DomainError =>
  new DomainError('conflict', {
    zh: '您已登记，不需要再次提交；请用本机保存的回执号查询',
    en: 'You have signed up already; ask with the receipt number kept in this browser',
  });
