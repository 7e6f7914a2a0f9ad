import { Injectable } from '@nestjs/common';
import { textIn } from '../../contract/text.ts';
import type { Installation } from '../../contract/wire/session.ts';
import { AuditRepository } from '../audit/audit.repository.ts';
import { DomainError } from '../domain-error.ts';
import { InstallationRepository } from './installation.repository.ts';
import { SessionSettings } from './session-settings.ts';
import { SessionsService } from './sessions.service.ts';

type DemonstrationAccount = Installation['accounts'][number];

/** One-click sign-in as one of the published accounts; exists in a demonstration only. */
@Injectable()
export class DemonstrationService {
  constructor(
    private readonly installation: InstallationRepository,
    private readonly sessions: SessionsService,
    private readonly settings: SessionSettings,
    private readonly audit: AuditRepository,
  ) {}

  /** The accounts that a demonstration offers, in the order of its definition; none elsewhere. */
  async accounts(language: string): Promise<DemonstrationAccount[]> {
    if (!this.settings.isDemonstration) return [];
    const offered = (await this.installation.demonstrations()).flatMap(({ accounts }) => Object.entries(accounts));
    const people = await this.installation.people(offered.map(([account]) => account));
    return offered.flatMap(([account, { title }]) => {
      const person = people.find((one) => one.account === account);
      if (person === undefined) return [];
      return [{ account, name: person.name, title: textIn(title, language), organisation: person.organisation }];
    });
  }

  /** Answers the token of a new session. */
  async signIn(account: string, address: string): Promise<string> {
    const offered = await this.accounts('zh-CN');
    const [person] = offered.some((one) => one.account === account) ? await this.installation.people([account]) : [];
    if (person === undefined) throw new DomainError('not-found');
    await this.audit.record({ type: 'session.demonstration', person: person.id });
    return this.sessions.open(person.id, address);
  }
}
