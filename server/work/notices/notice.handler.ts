import { Injectable } from '@nestjs/common';
import { textIn } from '../../contract/text.ts';
import { dayAt } from '../../engine/calendar.ts';
import type { Situation } from '../../engine/situation.ts';
import { CommandService, type Seen } from '../../modules/cases/command.service.ts';
import { DEFAULT_LANGUAGE } from '../../modules/language.ts';
import type { NoticeOrder } from '../../modules/outbox-topics.ts';
import type { OutboxHandler } from '../outbox-handlers.ts';
import type { Writing } from '../outbox.repository.ts';
import { reminderHeading } from './built-in-words.ts';
import { NoticeRepository, type NoticeToWrite, type Recipient } from './notice.repository.ts';
import { caseTitle, noticeWords } from './notice-words.ts';
import { afterQuietHours } from './quiet-hours.ts';
import { addresseesOf, isConcerned } from './recipients.ts';

/** Notices that come in one message a day, outside quiet hours; all others come one by one and at once. */
const isReminder = ({ about }: NoticeOrder): boolean => about === 'remind' || about === 'escalate';

const situationOf = ({ running, case: current, facts }: Seen, { at }: NoticeOrder): Situation => ({
  model: running.model,
  case: current,
  facts,
  now: at,
});

/** In the person's own language where the programme speaks it, else in the programme's first. */
const languageFor = ({ model }: Situation, { locale }: Recipient): string =>
  locale !== null && model.programme.locales.includes(locale)
    ? locale
    : (model.programme.locales[0] ?? DEFAULT_LANGUAGE);

/** Tells the people who hold the actors' roles for the case, each once. */
@Injectable()
export class NoticeHandler implements OutboxHandler {
  readonly topic = 'notice';

  constructor(
    private readonly commands: CommandService,
    private readonly notices: NoticeRepository,
  ) {}

  async prepare(payload: unknown): Promise<Writing> {
    const order = payload as NoticeOrder;
    const seen = await this.commands.look(order.case, null);
    const situation = situationOf(seen, order);
    // Whoever was late in being reminded of a visit that is over need not be.
    if (isReminder(order) && seen.case.visit !== order.visit) return () => Promise.resolve();
    const recipients = await this.recipientsOf(seen.state.programmeId, situation, order);
    const messages = recipients.map((recipient) => this.messageTo(recipient, { seen, situation, order }));
    return isReminder(order) ? this.reminding(messages, situation) : this.telling(messages);
  }

  private async recipientsOf(programme: string, situation: Situation, order: NoticeOrder): Promise<Recipient[]> {
    const found = new Map<string, Recipient>();
    for (const addressee of addresseesOf(situation, order.actors))
      for (const recipient of await this.notices.holders(programme, addressee))
        if (isConcerned(situation, order, recipient)) found.set(recipient.person, recipient);
    // In one order for all, so that two messages of the same people wait for each other and nothing worse.
    return [...found.values()].sort((a, b) => (a.person < b.person ? -1 : 1));
  }

  private messageTo(
    recipient: Recipient,
    { seen, situation, order }: { seen: Seen; situation: Situation; order: NoticeOrder },
  ): NoticeToWrite & { locale: string } {
    const locale = languageFor(situation, recipient);
    const { programme } = situation.model;
    const at = isReminder(order) ? afterQuietHours(order.at, programme.zone, programme.quiet_hours) : order.at;
    return {
      person: recipient.person,
      case: order.case,
      programme: seen.state.programmeId,
      organisation: seen.state.organisationId,
      key: [recipient.person, order.case, order.visit, order.template, order.n].join(':'),
      title: caseTitle(situation.model, situation.case, locale),
      text: noticeWords(situation, order, locale),
      at: new Date(at),
      locale,
    };
  }

  private telling(messages: readonly NoticeToWrite[]): Writing {
    return async (sql) => {
      for (const message of messages) await this.notices.write(sql, message);
    };
  }

  private reminding(messages: readonly (NoticeToWrite & { locale: string })[], { model }: Situation): Writing {
    return async (sql) => {
      for (const message of messages)
        await this.notices.remind(sql, {
          ...message,
          day: dayAt(message.at.getTime(), model.programme.zone),
          heading: (count) => textIn(reminderHeading(count), message.locale),
        });
    };
  }
}
