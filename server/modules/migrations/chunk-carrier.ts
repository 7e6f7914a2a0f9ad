import { Injectable, Logger } from '@nestjs/common';
import { say } from '../../engine/lint/check.ts';
import { type Mapping, mappingOf } from '../../engine/migration/mapping.ts';
import type { Carried } from '../../engine/migration/carry.ts';
import { isSelected } from '../../engine/migration/selected.ts';
import { snapshotOf } from '../../engine/migration/restore.ts';
import { CaseStateRepository, type CaseState, type Wanted } from '../cases/case-state.repository.ts';
import { CaseWriteRepository } from '../cases/case-write.repository.ts';
import { changesOf } from '../cases/changes-of-step.ts';
import { caseFrom, factsFrom, wantedBy } from '../cases/facts.ts';
import { DomainError } from '../domain-error.ts';
import { Models, type RunningModel } from '../models.ts';
import { type CaseToCarry, decide } from './carry-case.ts';
import { MigrationsRepository, type PendingItem, type StoredPlan } from './migrations.repository.ts';
import { storedPlan } from './plan-text.ts';
import { type CarriedCase, TouchedRepository } from './touched.repository.ts';

/** How often a case is decided upon anew because somebody acts on it at the same moment. */
const ATTEMPTS = 8;

const RUNNING = new Set(['upcoming', 'open']);

/** What all cases of a chunk have in common. */
interface Course {
  plan: StoredPlan;
  after: RunningModel;
  mapping: Mapping;
  select: string | undefined;
  undone: ReadonlyMap<string, CarriedCase>;
}

const stranded = (state: string) =>
  say(
    `处于环节“${state}”，新版本没有这个环节，也没有指定去向；事项仍按原版本办理`,
    `It stands in the state "${state}", which the new version does not have and no plan leads away from; it goes on by its old version`,
  );

const wentWrong = say(
  '转换时出错，事项仍按原版本办理；详情见运行日志',
  'It could not be carried over and goes on by its old version; the log says why',
);

/** The database is away or too busy: later the same will go well. */
const isPassing = (error: unknown): boolean => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^(08|40|53|55|57|E[A-Z]+|unavailable)/.test(code);
};

/** Carries cases over, each as a whole or not at all, whatever else happens to them meanwhile. */
@Injectable()
export class ChunkCarrier {
  private readonly log = new Logger(ChunkCarrier.name);

  constructor(
    private readonly models: Models,
    private readonly states: CaseStateRepository,
    private readonly writes: CaseWriteRepository,
    private readonly plans: MigrationsRepository,
    private readonly touched: TouchedRepository,
  ) {}

  /** What is pending of a chunk; nothing while the plan is paused. Doing it twice does no harm. */
  async carry(planId: string, chunk: number): Promise<void> {
    const plan = await this.plans.plan(planId);
    if (plan === undefined || plan.status === 'paused') return;
    const items = await this.plans.pending(planId, chunk);
    const course = await this.courseOf(plan, items);
    const wanted: Wanted = { ...wantedBy(course.after), organisation: true, files: false };
    const read = await this.states.readAll(
      items.map(({ caseId }) => caseId),
      wanted,
    );
    const known = new Map(read.map((state) => [state.id, state]));
    for (const item of items) {
      // Cases of one organisation that look at each other must see what became of the one before.
      const state = wanted.siblings ? undefined : known.get(item.caseId);
      await this.carrySafely(course, item, { state, wanted });
    }
  }

  private async courseOf(plan: StoredPlan, items: readonly PendingItem[]): Promise<Course> {
    const { undoes: publication, workflowId } = plan;
    const ids = items.map(({ caseId }) => caseId);
    const undone = publication === null ? [] : await this.touched.carried({ publication, workflowId }, ids);
    const source = storedPlan(plan.source);
    return {
      plan,
      select: source?.select,
      after: await this.models.byVersion(plan.toVersionId),
      mapping: mappingOf(source, plan.dates),
      undone: new Map(undone.map((one) => [one.caseId, one])),
    };
  }

  private async carrySafely(
    course: Course,
    item: PendingItem,
    given: { state: CaseState | undefined; wanted: Wanted },
  ): Promise<void> {
    try {
      await this.carryOne(course, item, given);
    } catch (error) {
      if (isPassing(error)) throw error;
      this.log.error(error);
      await this.plans.finish(course.plan.id, item.caseId, wentWrong);
    }
  }

  private async carryOne(
    course: Course,
    item: PendingItem,
    { state: first, wanted }: { state: CaseState | undefined; wanted: Wanted },
  ): Promise<void> {
    const { plan } = course;
    let state = first;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      state ??= (await this.states.readAll([item.caseId], wanted))[0];
      if (state === undefined || !RUNNING.has(state.status) || state.workflowVersionId === plan.toVersionId)
        return this.plans.finish(plan.id, item.caseId, null);
      const outcome = await this.outcomeOf(course, state);
      if (outcome === null) return this.plans.finish(plan.id, item.caseId, null);
      if (outcome.kind === 'stranded') return this.plans.finish(plan.id, item.caseId, stranded(outcome.state));
      if (await this.write(course, { item, state, carried: outcome })) return;
      state = undefined;
    }
    throw new DomainError('unavailable');
  }

  /** Null for a case that the plan does not mean: it ends by the rules with which it runs. */
  private async outcomeOf({ after, mapping, undone, select }: Course, state: CaseState) {
    const before = await this.models.byVersion(state.workflowVersionId);
    if (!isSelected(before.model, select, caseFrom(state, before))) return null;
    const facts = await factsFrom(this.models, { state, running: after, person: null });
    const situation = { model: after.model, case: caseFrom(state, after), facts, now: state.now.getTime() };
    const wanted: CaseToCarry = { state, before, after, situation, mapping, undone: undone.get(state.id) };
    return decide(wanted);
  }

  private write(
    { plan, after }: Course,
    { item, state, carried }: { item: PendingItem; state: CaseState; carried: Carried },
  ): Promise<boolean> {
    const before = { ...snapshotOf(caseFrom(state, after)), at: state.now.getTime() };
    const draft =
      carried.draft === undefined || state.draft === null ? null : { data: carried.draft, rev: state.draft.rev };
    const changes = changesOf({
      state,
      moved: carried,
      person: null,
      commandKey: `mig:${plan.publicationId}:${state.id}`,
      answer: null,
      looked: state.siblings.map(({ id, lockVersion }) => ({ id, lockVersion })),
      firedTimer: null,
      gathered: state.latest?.gathered ?? null,
      carried: {
        pins: { workflowVersionId: after.versionId, formVersionId: after.formVersionId },
        item: {
          planId: plan.id,
          toState: carried.case.state,
          movedSince: state.lockVersion !== item.lockVersion,
          before,
        },
        draft,
      },
    });
    return this.writes.write('system', changes);
  }
}
