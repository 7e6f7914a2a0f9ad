import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Organisation } from '../../engine/case.ts';
import type { Facts } from '../../engine/command.ts';
import { startCase } from '../../engine/start.ts';
import type { Sql } from '../../storage/database.ts';
import { changesOf } from '../cases/changes-of-step.ts';
import type { CaseChanges } from '../cases/case-changes.ts';
import { type NewCase, ObligationsRepository } from '../cases/obligations.repository.ts';
import type { RunningModel } from '../models.ts';

/** A case that is to begin now, all questions asked. */
export interface Beginning {
  running: RunningModel;
  organisation: Organisation | null;
  facts: Facts;
  now: Date;
  /** As whom the person begins it; null where another case does. */
  actor: string | null;
  source: string | null;
  commandKey: string;
  answer: (id: string) => CaseChanges['answer'];
  /** For what it begins, where that may be only once; else the case is its own subject. */
  subjectKey?: string;
}

/** Makes cases otherwise than by publishing. */
@Injectable()
export class BeginService {
  constructor(private readonly cases: ObligationsRepository) {}

  /** The new case; what it writes is `create`d by whoever asked. */
  prepare(beginning: Beginning): NewCase {
    const { running, organisation, facts, now, actor, source, commandKey } = beginning;
    const id = uuid();
    const begun = startCase(running.model, { id, organisation, period: null, facts }, { actor, source }, now.getTime());
    const pins = { workflowVersionId: running.versionId, formVersionId: running.formVersionId };
    const person = facts.person?.id ?? null;
    return {
      programmeId: running.programmeId,
      workflowId: running.workflowId,
      ...pins,
      subjectKey: beginning.subjectKey ?? id,
      begun: { person, at: now, source },
      changes: changesOf({
        state: { id, now, lockVersion: 0, eventSeq: 0, eventHash: '', openQueries: [], ...pins },
        moved: begun,
        person,
        commandKey,
        answer: beginning.answer(id),
        looked: [],
        firedTimer: null,
      }),
    };
  }

  /** False where there is a case of that subject already. */
  async create(one: NewCase, now: Date, sql?: Sql): Promise<boolean> {
    return (await this.cases.create([one], now, sql)) === 1;
  }
}
