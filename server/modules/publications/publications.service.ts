import { Injectable } from '@nestjs/common';
import type { PublicationView } from '../../contract/wire/publication.ts';
import { Database } from '../../storage/database.ts';
import { AuditTrail } from '../audit-trail.ts';
import { DeskService } from '../designs/desk.service.ts';
import { DomainError } from '../domain-error.ts';
import { type Identity, may } from '../identity.ts';
import { RunningCases } from '../running-cases.ts';
import { type StoredPublication, PublicationsRepository } from './publications.repository.ts';
import { publicationView } from './publication-view.ts';
import type { OfProgramme } from './wanted-texts.service.ts';

/** A publication of a programme, and who asks for it. */
export interface Asked {
  who: Identity;
  programme: string;
  id: string;
}

/** What was published, what waits, and how far running cases have come. */
@Injectable()
export class PublicationsService {
  constructor(
    private readonly database: Database,
    private readonly desks: DeskService,
    private readonly publications: PublicationsRepository,
    private readonly running: RunningCases,
    private readonly audit: AuditTrail,
  ) {}

  async all(who: Identity, programme: string): Promise<PublicationView[]> {
    const { id } = await this.desks.programme(programme);
    const stored = await this.publications.all(id);
    const progress = await this.running.progress(stored.map((one) => one.id));
    return stored.map((one) => publicationView(one, progress.get(one.id), { who, programme }));
  }

  async one({ who, programme, id }: Asked): Promise<PublicationView> {
    const { stored } = await this.find(programme, id);
    const progress = await this.running.progress([id]);
    return publicationView(stored, progress.get(id), { who, programme });
  }

  /** Whoever proposed it, and whoever may publish, takes back what waits. */
  async withdraw(asked: Asked): Promise<PublicationView> {
    const { who, programme, id } = asked;
    const { stored } = await this.find(programme, id);
    const isOwn = stored.proposedById === who.person.id;
    if (!isOwn && !may(who, 'definitions.publish', programme)) throw new DomainError('not-allowed');
    await this.database.transaction(async (sql) => {
      if (!(await this.publications.withdraw(sql, id, who.person.id))) throw new DomainError('stale');
      await this.audit.append(sql, {
        type: 'publication.withdrawn',
        person: who.person.id,
        subject: `${programme}/${id}`,
      });
    });
    return this.one(asked);
  }

  async pause(asked: Asked): Promise<PublicationView> {
    await this.find(asked.programme, asked.id);
    await this.running.pause(asked.id);
    return this.one(asked);
  }

  async resume(asked: Asked): Promise<PublicationView> {
    await this.find(asked.programme, asked.id);
    await this.running.resume(asked.id);
    return this.one(asked);
  }

  /** One that there is, in the programme of the path. */
  async find(programme: string, id: string): Promise<{ stored: StoredPublication; of: OfProgramme }> {
    const of = { key: programme, id: (await this.desks.programme(programme)).id };
    const stored = await this.publications.find(of.id, id);
    if (stored === undefined) throw new DomainError('not-found');
    return { stored, of };
  }
}
