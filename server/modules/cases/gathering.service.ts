import { Injectable } from '@nestjs/common';
import { dayAt } from '../../engine/calendar.ts';
import type { Organisation } from '../../engine/case.ts';
import { MOST_ENTRIES } from '../../engine/environment-gather.ts';
import type { Entry } from '../../engine/command.ts';
import { gathered, gathersNow } from '../../engine/gather.ts';
import { DomainError } from '../domain-error.ts';
import { Models, type RunningModel } from '../models.ts';
import type { CaseState } from './case-state.repository.ts';
import { type GatherableFacts, GatheringRepository } from './gathering.repository.ts';
import { kindsOn } from './organisation-facts.ts';

/** A case that a decision looked at. */
export interface Looked {
  id: string;
  lockVersion: number;
}

const tooMany = (): DomainError =>
  new DomainError('conflict', {
    zh: `汇集的事项超过 ${MOST_ENTRIES} 项，请缩小汇集范围`,
    en: `More than ${MOST_ENTRIES} cases would be gathered; narrow what is gathered`,
  });

/** What a case gathers now. */
@Injectable()
export class GatheringService {
  constructor(
    private readonly models: Models,
    private readonly cases: GatheringRepository,
  ) {}

  /**
   * The entries as they are, with every case that was considered: where one of them moves, the answer may be another.
   * Null where the case gathers nothing, or is past the state in which it looks around.
   */
  async now(
    state: CaseState,
    { model }: RunningModel,
    organisation: Organisation | null,
  ): Promise<{ entries: Entry[]; looked: Looked[] } | null> {
    const { gather } = model.workflow;
    if (gather === undefined || !gathersNow(model, state)) return null;
    const { programmeId, organisationId } = state;
    const found = await this.cases.within({ programmeId, workflow: gather.workflow, organisation: organisationId });
    const day = dayAt(state.now.getTime(), model.programme.zone);
    const all = await Promise.all(found.filter(({ id }) => id !== state.id).map((facts) => this.entry(facts, day)));
    const entries = gathered(model, all, organisation);
    if (entries.length > MOST_ENTRIES) throw tooMany();
    const looked = [...found, { id: state.id, lockVersion: state.lockVersion }];
    return { entries, looked: looked.map(({ id, lockVersion }) => ({ id, lockVersion })) };
  }

  private async entry(facts: GatherableFacts, day: string): Promise<Entry> {
    const { id, state, status, period, submitted, zero, late, due, metrics, org, form } = facts;
    const { model } = await this.models.byVersion(facts.versionId);
    return {
      ...{ id, state, status, period, submitted, zero, late, due, metrics, form },
      final: model.workflow.states[state]?.final ?? null,
      org: org === null ? null : { ...org, kinds: kindsOn(org.kinds, day) },
    };
  }
}
