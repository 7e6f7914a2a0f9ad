import { Injectable } from '@nestjs/common';
import { dayAt } from '../../engine/calendar.ts';
import type { Case, Organisation } from '../../engine/case.ts';
import type { Facts, Person, SiblingCase } from '../../engine/command.ts';
import { blankCase } from '../../engine/opening.ts';
import { NO_FACTS } from '../../engine/situation.ts';
import type { StartWish } from '../../engine/start.ts';
import { startByPeople } from '../../engine/start-rule.ts';
import type { Sql } from '../../storage/database.ts';
import { organisationOn, type OrganisationFacts } from '../cases/organisation-facts.ts';
import { PeersRepository } from '../cases/peers.repository.ts';
import { PeersService } from '../cases/peers.service.ts';
import { Models, type RunningModel } from '../models.ts';
import { StartsRepository } from './starts.repository.ts';

/** A case that somebody wants to begin. */
export interface Wanted {
  running: RunningModel;
  organisation: Organisation | null;
  person: Person | null;
  now: Date;
  /** What is published, where something may begin after the case. */
  published?: readonly RunningModel[];
}

/** The case as it would be before anything has happened to it. */
export const blankOf = ({ running, organisation, now }: Wanted): Case =>
  blankCase(
    running.model,
    { id: '', organisation, period: null, facts: NO_FACTS },
    { opensAt: null, now: now.getTime() },
  );

/** Reads what the rules of beginning look at. */
@Injectable()
export class StartFacts {
  constructor(
    private readonly models: Models,
    private readonly starts: StartsRepository,
    private readonly peersService: PeersService,
    private readonly peers: PeersRepository,
  ) {}

  /** The organisation as it is today. */
  today(facts: OrganisationFacts, { running, now }: Pick<Wanted, 'running' | 'now'>): Organisation {
    return organisationOn(facts, dayAt(now.getTime(), running.model.programme.zone));
  }

  /** Through `sql` inside a transaction that holds what is counted, else on any connection. */
  async wish(wanted: Wanted, sql?: Sql): Promise<StartWish> {
    const { running, organisation, person, now } = wanted;
    const peers = await this.peersService.of({ running, case: blankOf(wanted), now: now.getTime() }, sql);
    const siblings = await this.siblings(wanted, sql);
    return {
      organisation,
      facts: { ...NO_FACTS, person, ...siblings, ...(peers !== undefined && { peers }) },
      begun: await this.begun(wanted, sql),
    };
  }

  private async siblings({ running, organisation }: Wanted, sql?: Sql): Promise<Pick<Facts, 'series' | 'cases'>> {
    const rows = await this.starts.siblings(running.programmeId, organisation?.id ?? null, sql);
    const cases: Record<string, SiblingCase[]> = {};
    for (const key of Object.keys(running.model.siblings ?? {})) cases[key] = [];
    const series: SiblingCase[] = [];
    for (const row of rows) {
      const its = row.versionId === running.versionId ? running : await this.models.byVersion(row.versionId);
      const sibling = { ...row, final: its.model.workflow.states[row.state]?.final ?? null };
      if (row.workflowId === running.workflowId) series.push(sibling);
      else (cases[its.model.workflow.key] ??= []).push(sibling);
    }
    return { series, cases };
  }

  /** How many there are of those that `max` is about. What ended as void never was. */
  private async begun({ running, organisation, person }: Wanted, sql?: Sql): Promise<number> {
    const rule = startByPeople(running.model.workflow);
    if (rule?.max === undefined) return 0;
    const per = rule.per ?? (organisation === null ? 'programme' : 'organisation');
    const of = {
      organisation: per === 'organisation' ? (organisation?.id ?? null) : null,
      person: per === 'person' ? (person?.id ?? null) : null,
    };
    const rows = await this.peers.begun(running.workflowId, of, sql);
    const isVoid = (state: string): boolean => running.model.workflow.states[state]?.final === 'void';
    return rows.filter(({ state }) => !isVoid(state)).reduce((sum, { count }) => sum + count, 0);
  }
}
