import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { textIn } from '../../contract/text.ts';
import type { MatterReceipt, OpenPublicMatter, PublicAnswer, PublicMatter } from '../../contract/wire/matter.ts';
import { lookup } from '../../engine/data.ts';
import { isPublicNow } from '../../engine/judging/matter.ts';
import { CommandService, type Seen } from '../cases/command.service.ts';
import { type Note, NotesService } from '../cases/notes.service.ts';
import { refuseUnstorable } from '../cases/storable.ts';
import { DomainError } from '../domain-error.ts';
import { networkOf } from '../sessions/network.ts';
import { matterNotice } from './matter-notice.ts';
import { MattersRepository } from './matters.repository.ts';
import { StrangerThrottle } from './stranger-throttle.ts';

/** A kind of side record of a case, by its public address, and from where somebody comes. */
export interface PublicPlace {
  caseId: string;
  kind: string;
  address: string;
}

const BYTES = 10;

/** 20 digits and letters, in groups as one writes them down. */
const newReceipt = (): string => (randomBytes(BYTES).toString('hex').toUpperCase().match(/.{4}/g) ?? []).join('-');

const digestOf = (receipt: string): string =>
  createHash('sha256')
    .update(receipt.toUpperCase().replaceAll(/[^0-9A-F]/g, ''))
    .digest('hex');

/** Objections and questions of people without an account, while the case is open to them. */
@Injectable()
export class PublicMattersService {
  constructor(
    private readonly commands: CommandService,
    private readonly notes: NotesService,
    private readonly matters: MattersRepository,
    private readonly throttle: StrangerThrottle,
  ) {}

  /** What is asked for; nothing where the case is not open to strangers now. */
  async show({ caseId, kind }: PublicPlace, language: string): Promise<PublicMatter> {
    const seen = await this.commands.look(caseId, null);
    const { workflow, programme } = seen.running.model;
    return {
      title: textIn(this.ruleOf(seen, kind).title, language),
      about: textIn(workflow.title, language),
      programme: textIn(programme.title, language),
    };
  }

  /** Answers the number by which one asks later; it is told this once. */
  async open({ caseId, kind, address }: PublicPlace, body: OpenPublicMatter): Promise<MatterReceipt> {
    refuseUnstorable(body);
    await this.slow(caseId, address);
    const receipt = newReceipt();
    await this.notes.note({ who: null, caseId }, (seen): Note<null> => {
      this.ruleOf(seen, kind);
      const id = uuid();
      const stranger = { name: body.name, contact: body.contact, receipt: digestOf(receipt) };
      const matter = { kind: 'open' as const, id, key: kind, text: body.text, form: null, person: null, stranger };
      const outbox = matterNotice(seen, { about: 'matter-opened', kind, id, person: null });
      const payload = { matter: id, kind, public: true };
      return { type: 'matter-opened', payload, text: body.text, rows: { matter, outbox }, answer: null };
    });
    return { receipt };
  }

  async answer(receipt: string, address: string): Promise<PublicAnswer> {
    const found = await this.matters.byReceipt(digestOf(receipt));
    if (found === undefined) {
      await this.slow('receipts', address);
      throw new DomainError('not-found');
    }
    const { status, openedAt, answer, closedAt } = found;
    return { status, openedAt: openedAt.toISOString(), answer, closedAt: closedAt?.toISOString() ?? null };
  }

  private ruleOf({ running, case: current }: Seen, kind: string) {
    const rule = lookup(running.model.workflow.matters, kind);
    if (rule === undefined || !isPublicNow(rule, current)) throw new DomainError('not-found');
    return rule;
  }

  private async slow(about: string, address: string): Promise<void> {
    const wait = await this.throttle.note({ about, network: networkOf(address) });
    if (wait !== null) throw new DomainError('too-many-requests', undefined, { extensions: { retryAfter: wait } });
  }
}
