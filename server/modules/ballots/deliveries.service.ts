import { Injectable } from '@nestjs/common';
import type { AddRecipients, DeliveryStep, DeliveryView, DropRecipients } from '../../contract/wire/delivery.ts';
import { Database, type Sql } from '../../storage/database.ts';
import { AuditTrail } from '../audit-trail.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { ownLanguage } from '../language.ts';
import { Mail, type Posted } from '../mail.ts';
import { PublishedProgrammes } from '../published-programmes.ts';
import { codeLetter } from './code-letter.ts';
import { notByCodes } from './codes.service.ts';
import type { ElectionPlace } from './contest-actions.service.ts';
import { ContestsService } from './contests.service.ts';
import { DeliveriesRepository, type Recipient } from './deliveries.repository.ts';
import { type Election, ElectionsRepository } from './elections.repository.ts';
import { newCode, told } from './new-code.ts';

/** So many letters in one request; until it is answered, a connection to the database waits. */
const CHUNK = 20;

const sealed = (): DomainError =>
  new DomainError('conflict', {
    zh: '投票已封存，名册不能再增加投票码',
    en: 'The election is sealed; no code can be added',
  });

const noMail = (): DomainError =>
  new DomainError('conflict', {
    zh: '系统还不能寄送邮件：请管理员设置 SMTP_URL、MAIL_FROM 和 PUBLIC_URL',
    en: 'Nothing can be mailed yet: the settings SMTP_URL, MAIL_FROM and PUBLIC_URL are needed',
  });

const busy = (): DomainError =>
  new DomainError('conflict', {
    zh: '另一位组织者正在寄送，请稍候',
    en: 'Somebody else is sending them; please wait',
  });

interface Posting extends Recipient {
  code: ReturnType<typeof newCode>;
  outcome: Posted;
}

const wallClock = (time: Date, zone: string, language: 'zh' | 'en'): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: zone,
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(time);

/**
 * Mails codes to single people. A code is made while its letter is written and held in memory alone; its commitment joins
 * the list once the mail server took the letter. Whatever ends a request in between leaves a code that never counted, and
 * a recipient who is sent another one: nobody holds two that count.
 */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly database: Database,
    private readonly contests: ContestsService,
    private readonly elections: ElectionsRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly programmes: PublishedProgrammes,
    private readonly mail: Mail,
    private readonly audit: AuditTrail,
  ) {}

  async view(place: ElectionPlace): Promise<DeliveryView> {
    const { id } = await this.contests.find(place);
    return this.deliveries.view(id);
  }

  async add(who: Identity, place: ElectionPlace, given: AddRecipients): Promise<DeliveryView> {
    const { id } = await this.draft(place);
    await this.database.transaction(async (sql) => {
      const added = await this.deliveries.add(sql, id, given);
      const detail = `${given.batch} ${added}`;
      await this.audit.append(sql, { type: 'code-recipients-added', person: who.person.id, subject: id, detail });
    });
    return this.deliveries.view(id);
  }

  async drop(who: Identity, place: ElectionPlace, { state }: DropRecipients): Promise<DeliveryView> {
    const { id } = await this.contests.find(place);
    await this.database.transaction(async (sql) => {
      await this.deliveries.drop(sql, id, state);
      const line = { type: 'code-recipients-dropped', person: who.person.id, subject: id, detail: state };
      await this.audit.append(sql, line);
    });
    return this.deliveries.view(id);
  }

  /** Sends a few letters; asked for again until nobody waits. */
  async next(who: Identity, place: ElectionPlace): Promise<DeliveryStep> {
    const election = await this.draft(place);
    if (!this.mail.isReady) throw noMail();
    const posted = await this.database.transaction(async (sql) => {
      if (!(await this.deliveries.take(sql, election.id))) throw busy();
      const sent = await this.post(election, await this.deliveries.waiting(sql, election.id, CHUNK));
      await this.store(sql, election.id, sent);
      const detail = String(sent.filter(({ outcome }) => outcome === 'taken').length);
      await this.audit.append(sql, { type: 'codes-mailed', person: who.person.id, subject: election.id, detail });
      return sent;
    });
    const count = (wanted: Posted): number => posted.filter(({ outcome }) => outcome === wanted).length;
    return {
      sent: count('taken'),
      refused: count('refused'),
      waiting: await this.deliveries.countWaiting(election.id),
    };
  }

  private async draft(place: ElectionPlace): Promise<Election> {
    const election = await this.contests.find(place);
    if (election.channel !== 'codes') throw notByCodes();
    if (election.status !== 'draft') throw sealed();
    return election;
  }

  private async post(election: Election, recipients: readonly Recipient[]): Promise<Posting[]> {
    const programme = (await this.programmes.all()).find(({ key }) => key === election.programme)?.definition;
    const language = ownLanguage(programme?.locales[0] ?? '');
    const [opens = '', closes = ''] = [election.opensAt, election.closesAt].map((time) =>
      wallClock(time, programme?.zone ?? 'UTC', language),
    );
    const { title } = election;
    const link = `${this.mail.publicUrl}/vote/${election.id}`;
    const postings = recipients.map((one): Posting => ({ ...one, code: newCode(election.id), outcome: 'failed' }));
    const letters = postings.map(({ recipient: to, code }) =>
      codeLetter(language, { to, title, link, ...told(code), opens, closes }),
    );
    await this.mail.send(letters, (n, outcome) => {
      const posting = postings[n];
      if (posting !== undefined) posting.outcome = outcome;
    });
    return postings;
  }

  private async store(sql: Sql, election: string, postings: readonly Posting[]): Promise<void> {
    const sent = postings.filter(({ outcome }) => outcome === 'taken');
    for (const batch of new Set(sent.map((posting) => posting.batch))) {
      const commitments = sent.filter((one) => one.batch === batch).map(({ code }) => code.commitment);
      await this.elections.addCredentials(sql, election, { batch, commitments });
    }
    await this.deliveries.note(sql, election, {
      sent: sent.map(({ recipient }) => recipient),
      refused: postings.filter(({ outcome }) => outcome === 'refused').map(({ recipient }) => recipient),
    });
  }
}
