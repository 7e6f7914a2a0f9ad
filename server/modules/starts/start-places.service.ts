import { Injectable } from '@nestjs/common';
import type { Effect } from '../../engine/effect.ts';
import type { StartWish } from '../../engine/start.ts';
import { begunAfter } from '../../engine/start-rule.ts';
import type { Sql } from '../../storage/database.ts';
import { PublishedWorkflows } from '../cases/published-workflows.ts';
import { DomainError } from '../domain-error.ts';
import { Models, type RunningModel } from '../models.ts';
import { StartFacts, type Wanted } from './start-facts.service.ts';
import { StartsRepository } from './starts.repository.ts';

/** For whom somebody without an account begins a case, and what is to be known of it. */
@Injectable()
export class StartPlaces {
  constructor(
    private readonly models: Models,
    private readonly workflows: PublishedWorkflows,
    private readonly starts: StartsRepository,
    private readonly facts: StartFacts,
  ) {}

  /** Reads beforehand whatever must not be read while something is held. */
  async wanted(running: RunningModel, organisationId: string): Promise<Wanted> {
    const now = await this.starts.now();
    const found = await this.starts.organisation(organisationId);
    if (found === undefined) throw new DomainError('not-found');
    const published = await this.workflows.now();
    const organisation = this.facts.today(found, { running, now });
    const wanted = { running, organisation, person: null, now, published };
    await this.facts.wish(wanted);
    await this.models.validate(running.formVersionId, {}, '');
    return wanted;
  }

  wish(wanted: Wanted, sql: Sql): Promise<StartWish> {
    return this.facts.wish(wanted, sql);
  }

  /** Workflows of which a case begins after these effects, by id. */
  followers({ running, published = [] }: Wanted, effects: readonly Effect[]): string[] {
    const others = published
      .filter(({ programmeId }) => programmeId === running.programmeId)
      .map(({ workflowId: id, model: { workflow } }) => ({ id, workflow }));
    return begunAfter(others, running.model.workflow.key, effects).map(({ id }) => id);
  }
}
