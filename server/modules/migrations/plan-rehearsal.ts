import { Injectable } from '@nestjs/common';
import type { Migration } from '../../contract/definition/migration.ts';
import type { Finding } from '../../contract/finding.ts';
import { checkPlan } from '../../engine/migration/check-plan.ts';
import { mappingOf } from '../../engine/migration/mapping.ts';
import { outlookOf } from '../../engine/migration/outlook.ts';
import type { Occupied } from '../../engine/migration/propose.ts';
import { isSelected } from '../../engine/migration/selected.ts';
import { hasErrors } from '../../registry/inspect.ts';
import type { Parsed } from '../../registry/parse.ts';
import { findingOf, say } from '../../registry/place.ts';
import type { Sql } from '../../storage/database.ts';
import { type CaseState, CaseStateRepository } from '../cases/case-state.repository.ts';
import { caseFrom, factsFrom, wantedBy } from '../cases/facts.ts';
import { formFactsOf } from '../cases/form-check.ts';
import { Models, type RunningModel } from '../models.ts';
import type { ChangedWorkflow, DryRun, DryRunTable, GivenPlans } from '../running-cases.ts';
import { decide } from './carry-case.ts';
import { type DataErrors, dataErrorsUnder } from './data-errors.ts';
import { effectsOf } from './dry-run-effects.ts';
import { type DryRunRow, wordsOf } from './dry-run-row.ts';
import { tableOf, type ToldRow } from './dry-run-table.ts';
import { OccupiedRepository } from './occupied.repository.ts';
import { readPlan } from './plan-text.ts';

/** How many cases are looked at together. */
const BATCH = 200;

/** A plan that was read, with the workflow that it is for. */
interface Rehearsed {
  workflow: ChangedWorkflow;
  parsed: Parsed<'Migration'>;
  dates: 'move' | 'keep';
}

/** What all cases of a dry run have in common. */
interface Course {
  workflow: ChangedWorkflow;
  after: RunningModel;
  plan: Migration;
  /** What holds where the plan does not say. */
  dates: 'move' | 'keep';
  errorsOf: DataErrors;
}

/** Plays plans through on every running case that they mean. Reads only. */
@Injectable()
export class PlanRehearsal {
  constructor(
    private readonly models: Models,
    private readonly states: CaseStateRepository,
    private readonly occupied: OccupiedRepository,
  ) {}

  async of(sql: Sql, workflows: readonly ChangedWorkflow[], { plans, dates }: GivenPlans): Promise<DryRun> {
    const done: DryRun = { effects: [], findings: [] };
    for (const plan of plans) {
      const workflow = workflows.find(({ key }) => key === plan.workflow);
      const one =
        workflow === undefined
          ? null
          : await this.one(sql, { workflow, parsed: readPlan(workflow.programme, plan), dates });
      if (one === null) continue;
      done.effects.push(...one.effects);
      done.findings.push(...one.findings);
    }
    return done;
  }

  /** Every case that the plans mean, as a table. */
  async table(
    sql: Sql,
    workflows: readonly ChangedWorkflow[],
    { plans, dates, language }: GivenPlans & { language: string },
  ): Promise<DryRunTable> {
    const told: ToldRow[] = [];
    for (const given of plans) {
      const workflow = workflows.find(({ key }) => key === given.workflow);
      const plan = workflow === undefined ? undefined : readPlan(workflow.programme, given).value;
      if (workflow === undefined || plan === undefined) continue;
      const rows = await this.rows(sql, workflow, { plan, dates });
      told.push(
        ...rows.map((row) => ({ row, words: wordsOf({ before: workflow.before.model, after: workflow.after }, row) })),
      );
    }
    return tableOf(told, language);
  }

  /** Every case that a plan means, with all that would happen to it. Nothing where the plan is wrong. */
  async rows(sql: Sql, workflow: ChangedWorkflow, course: Pick<Course, 'plan' | 'dates'>): Promise<DryRunRow[]> {
    const rows: DryRunRow[] = [];
    const ids = await this.occupied.running(sql, workflow.before.workflowId);
    const after: RunningModel = { ...workflow.before, versionId: '', model: workflow.after };
    const wanted = { ...wantedBy(after), organisation: true, files: false };
    const errorsOf = dataErrorsUnder(workflow.after);
    for (let at = 0; at < ids.length; at += BATCH) {
      const read = await this.states.readAll(ids.slice(at, at + BATCH), wanted, sql);
      for (const state of read) rows.push(...(await this.row(state, { after, workflow, errorsOf, ...course })));
    }
    return rows.sort((a, b) => (a.case < b.case ? -1 : 1));
  }

  private async one(sql: Sql, { workflow, parsed, dates }: Rehearsed): Promise<DryRun> {
    const { value: plan, findings } = parsed;
    if (plan === undefined || hasErrors(findings)) return { effects: [], findings };
    const early = await this.lint(sql, { workflow, parsed, plan });
    const remarks = [...findings, ...early];
    if (early.some(({ code }) => code !== 'unmapped-state')) return { effects: [], findings: remarks };
    const rows = await this.rows(sql, workflow, { plan, dates });
    return { effects: effectsOf(workflow, rows), findings: remarks };
  }

  private async lint(
    sql: Sql,
    { workflow, parsed, plan }: Omit<Rehearsed, 'dates'> & { plan: Migration },
  ): Promise<Finding[]> {
    const { before, after } = workflow;
    const faults = checkPlan({
      plan,
      before: before.model,
      after,
      versions: await this.occupied.numbers(sql, before.workflowId, before.versionId),
      occupied: await this.meant(sql, workflow, plan),
    });
    const other =
      plan.workflow === workflow.key
        ? []
        : [
            {
              code: 'unknown-workflow',
              path: ['workflow'],
              message: say(
                `此方案属于流程“${plan.workflow}”，不是“${workflow.key}”`,
                `This plan is for the workflow "${plan.workflow}", not "${workflow.key}"`,
              ),
            },
          ];
    return [...other, ...faults].map((fault) =>
      findingOf(parsed.source.file, parsed.places, { side: 'key', ...fault }),
    );
  }

  /** Where the cases stand that a plan means; with a condition each is asked. */
  private async meant(sql: Sql, { before }: ChangedWorkflow, { select }: Migration): Promise<Occupied[]> {
    if (select === undefined) return this.occupied.states(sql, before.workflowId);
    const counts = new Map<string, number>();
    const ids = await this.occupied.running(sql, before.workflowId);
    for (let at = 0; at < ids.length; at += BATCH) {
      const wanted = { organisation: false, siblings: false, previous: false, files: false };
      for (const state of await this.states.readAll(ids.slice(at, at + BATCH), wanted, sql))
        if (isSelected(before.model, select, caseFrom(state, before)))
          counts.set(state.state, (counts.get(state.state) ?? 0) + 1);
    }
    return [...counts].map(([state, cases]) => ({ state, cases }));
  }

  private async row(state: CaseState, { after, workflow, plan, dates, errorsOf }: Course): Promise<DryRunRow[]> {
    const before = await this.models.byVersion(state.workflowVersionId);
    const current = caseFrom(state, after);
    if (!isSelected(before.model, plan.select, current)) return [];
    const facts = await factsFrom(this.models, { state, running: after, person: null });
    const situation = { model: after.model, case: current, facts, now: state.now.getTime() };
    const mapping = mappingOf(plan, dates);
    const decided = decide({ state, before, after, situation, mapping, undone: undefined });
    const { draft } = decided.kind === 'carried' ? decided : { draft: undefined };
    const data = draft ?? state.draft?.data ?? state.latest?.data;
    const seen = { state, running: after, case: current, facts, now: situation.now };
    return [
      {
        case: state.id,
        workflow: workflow.key,
        organisation: current.organisation?.title ?? null,
        period: state.periodKey,
        lockVersion: state.lockVersion,
        from: state.state,
        outlook: outlookOf(situation, decided),
        errors: data === undefined ? [] : errorsOf(data, formFactsOf(seen)),
      },
    ];
  }
}
