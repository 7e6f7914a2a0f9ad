import { Injectable } from '@nestjs/common';
import type { SignUp } from '../../contract/wire/join.ts';
import { signUpAction } from '../../engine/start-rule.ts';
import type { StartWish } from '../../engine/start.ts';
import { step } from '../../engine/step.ts';
import type { Sql } from '../../storage/database.ts';
import { CaseStateRepository } from '../cases/case-state.repository.ts';
import { CaseWriteRepository } from '../cases/case-write.repository.ts';
import { changesOf } from '../cases/changes-of-step.ts';
import type { Seen } from '../cases/command.service.ts';
import { caseFrom } from '../cases/facts.ts';
import { FormCheck } from '../cases/form-check.ts';
import { refusalError } from '../cases/refusals.ts';
import { DomainError } from '../domain-error.ts';
import type { RunningModel } from '../models.ts';
import { BeginService } from './begin.service.ts';
import type { Wanted } from './start-facts.service.ts';
import { StartPlaces } from './start-places.service.ts';

const PLAIN = { organisation: true, siblings: false, previous: false, files: true };

/** A case that begins and is sent at once. */
interface Sent {
  wanted: Wanted;
  wish: StartWish;
  actor: string | null;
  commandKey: string;
  language: string;
}

/** Makes cases that are sent in the moment in which they begin: as a whole, or not at all. */
@Injectable()
export class SentCaseService {
  constructor(
    private readonly places: StartPlaces,
    private readonly begins: BeginService,
    private readonly states: CaseStateRepository,
    private readonly writes: CaseWriteRepository,
    private readonly forms: FormCheck,
  ) {}

  wanted(running: RunningModel, organisationId: string): Promise<Wanted> {
    return this.places.wanted(running, organisationId);
  }

  wish(wanted: Wanted, sql: Sql): Promise<StartWish> {
    return this.places.wish(wanted, sql);
  }

  /** The id of the new case, written through `sql`; throws where the form or the rules are against it. */
  async begin({ wanted, wish, actor, commandKey, language }: Sent, body: SignUp, sql: Sql): Promise<string> {
    const { running, organisation, now } = wanted;
    const action = signUpAction(running.model.workflow) ?? '';
    const one = this.begins.prepare({
      ...{ running, organisation, facts: wish.facts, now, actor, source: null, commandKey },
      answer: () => null,
    });
    await this.begins.create(one, now, sql);
    const [state] = await this.states.readAll([one.changes.case.id], PLAIN, sql);
    if (state === undefined) throw new DomainError('unavailable');
    const seen: Seen = { state, running, case: caseFrom(state, running), facts: wish.facts, now: now.getTime() };
    const checked = await this.forms.check(seen, { data: body.data, proxy: false, language });
    const facts = { ...wish.facts, ...checked };
    const command = { type: 'act' as const, action, accepted: body.accepted === true };
    const outcome = step(running.model, seen.case, command, facts, seen.now);
    if (outcome.kind === 'refused') throw refusalError(outcome, language);
    const changes = changesOf({
      state,
      moved: outcome,
      person: null,
      commandKey,
      answer: null,
      looked: [],
      firedTimer: null,
      begins: this.places.followers(wanted, outcome.effects),
    });
    if (!(await this.writes.write('system', changes, sql))) throw new DomainError('unavailable');
    return state.id;
  }
}
