import { Injectable } from '@nestjs/common';
import { writePlan } from '../../engine/migration/write-plan.ts';
import type { Sql } from '../../storage/database.ts';
import {
  type ChangedWorkflow,
  type DryRun,
  type DryRunTable,
  type FollowedWorkflow,
  type Following,
  type GivenPlans,
  type ProposedPlan,
  RunningCases,
  type ToFollow,
} from '../running-cases.ts';
import { MigrationsRepository } from './migrations.repository.ts';
import { PlanProposals } from './plan-proposals.ts';
import { PlanRehearsal } from './plan-rehearsal.ts';
import { TouchedRepository } from './touched.repository.ts';

/** How running cases go over to new versions: asked before publishing, stored with it, and carried out afterwards. */
@Injectable()
export class RunningCasesService extends RunningCases {
  constructor(
    private readonly plans: MigrationsRepository,
    private readonly touched: TouchedRepository,
    private readonly proposing: PlanProposals,
    private readonly rehearsal: PlanRehearsal,
  ) {
    super();
  }

  proposals(sql: Sql, workflows: readonly ChangedWorkflow[], undoes: string | null): Promise<ProposedPlan[]> {
    return this.proposing.of(sql, workflows, undoes);
  }

  dryRun(sql: Sql, workflows: readonly ChangedWorkflow[], given: GivenPlans): Promise<DryRun> {
    return this.rehearsal.of(sql, workflows, given);
  }

  table(
    sql: Sql,
    workflows: readonly ChangedWorkflow[],
    given: GivenPlans & { language: string },
  ): Promise<DryRunTable> {
    return this.rehearsal.table(sql, workflows, given);
  }

  async follow(sql: Sql, wanted: ToFollow): Promise<{ total: number }> {
    let total = 0;
    for (const workflow of wanted.workflows) total += await this.followOne(sql, wanted, workflow);
    return { total };
  }

  async progress(publications: readonly string[]): Promise<ReadonlyMap<string, Following>> {
    const counts = await this.plans.counts(publications);
    const failing = counts.filter(({ failed }) => failed > 0).map(({ publication }) => publication);
    const failed = failing.length === 0 ? new Map<string, Following['failed']>() : await this.touched.failed(failing);
    return new Map(
      counts.map(({ publication, total, done, failed: count, isPaused }) => {
        const told = failed.get(publication) ?? [];
        // Those that are not told one by one are through as well, for whoever asks whether anything is pending.
        return [publication, { total, done: done + count - told.length, failed: told, isPaused }];
      }),
    );
  }

  pause(publication: string): Promise<void> {
    return this.plans.pause(publication);
  }

  resume(publication: string): Promise<void> {
    return this.plans.resume(publication);
  }

  private async followOne(sql: Sql, wanted: ToFollow, workflow: FollowedWorkflow): Promise<number> {
    const { publication, undoes, dates } = wanted;
    const { key, after } = workflow;
    const given = wanted.plans.find((plan) => plan.workflow === key)?.text;
    const back = given === undefined ? await this.proposing.back(sql, workflow, undoes) : null;
    return this.plans.insert(sql, {
      publicationId: publication,
      workflowId: after.workflowId,
      toVersionId: after.versionId,
      dates,
      source: given ?? (back === null ? null : writePlan(back)),
      undoes,
    });
  }
}
