import { Injectable } from '@nestjs/common';
import type { ContestView } from '../../contract/wire/contest.ts';
import { Database } from '../../storage/database.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { ActionsRepository } from './actions.repository.ts';
import { BoothRepository } from './booth.repository.ts';
import { type Election, ElectionsRepository } from './elections.repository.ts';

/** Elections as those who run them see them. No count, not even of ballots, before an election is closed. */
@Injectable()
export class ContestsService {
  constructor(
    private readonly database: Database,
    private readonly elections: ElectionsRepository,
    private readonly actions: ActionsRepository,
    private readonly shown: BoothRepository,
  ) {}

  /** An election of another programme is not there. */
  async find({ programme, election: id }: { programme: string; election: string }): Promise<Election> {
    const election = await this.elections.find(id);
    if (election?.programme !== programme) throw new DomainError('not-found');
    return election;
  }

  async all(who: Identity, programme: string): Promise<ContestView[]> {
    const elections = await this.elections.ofProgramme(programme);
    return Promise.all(elections.map((election) => this.view(who, election)));
  }

  async one(who: Identity, place: { programme: string; election: string }): Promise<ContestView> {
    return this.view(who, await this.find(place));
  }

  private async view(who: Identity, election: Election): Promise<ContestView> {
    const { id, title, channel, status, head0, rules, publicSeed, ...times } = election;
    const candidates = await this.elections.candidates(this.database, id);
    const titles = await this.shown.organisations(candidates.flatMap(({ groups }) => groups['organisation'] ?? []));
    return {
      id,
      title,
      channel,
      status,
      opens: times.opensAt.toISOString(),
      closes: (times.extendedTo ?? times.closesAt).toISOString(),
      isExtended: times.extendedTo !== null,
      head0,
      rules: JSON.parse(JSON.stringify(rules)) as ContestView['rules'],
      candidates: candidates.map(({ id: entry, title: name, groups }) => {
        const organisation = titles.get(groups['organisation'] ?? '');
        return { id: entry, title: name, ...(organisation !== undefined && { organisation }), groups };
      }),
      batches: await this.elections.batches(id),
      waiting: await this.actions.waiting(id, who.person.id),
      done: await this.actions.done(id),
      publicSeed,
    };
  }
}
