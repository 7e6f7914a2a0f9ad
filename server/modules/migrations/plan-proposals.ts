import { Injectable } from '@nestjs/common';
import type { Migration } from '../../contract/definition/migration.ts';
import { propose } from '../../engine/migration/propose.ts';
import { reversedPlan } from '../../engine/migration/reverse.ts';
import { writePlan } from '../../engine/migration/write-plan.ts';
import type { Sql } from '../../storage/database.ts';
import type { ChangedWorkflow, ProposedPlan } from '../running-cases.ts';
import { MigrationsRepository } from './migrations.repository.ts';
import { OccupiedRepository } from './occupied.repository.ts';
import { storedPlan } from './plan-text.ts';

type Changed = Pick<ChangedWorkflow, 'before'>;

/** The plans that a change needs or may have, as far as equal names lead. */
@Injectable()
export class PlanProposals {
  constructor(
    private readonly occupied: OccupiedRepository,
    private readonly plans: MigrationsRepository,
  ) {}

  async of(sql: Sql, workflows: readonly ChangedWorkflow[], undoes: string | null): Promise<ProposedPlan[]> {
    const proposed: ProposedPlan[] = [];
    for (const workflow of workflows) proposed.push(...(await this.one(sql, workflow, undoes)));
    return proposed;
  }

  /** The way back of the plan by which a publication carried the cases of a workflow; null where it had none. */
  async back(sql: Sql, { before }: Changed, undoes: string | null): Promise<Migration | null> {
    if (undoes === null) return null;
    const stored = (await this.plans.plansOf(sql, undoes)).find(({ workflowId }) => workflowId === before.workflowId);
    const plan = storedPlan(stored?.source ?? null);
    if (plan === null) return null;
    return reversedPlan(plan, await this.occupied.numbers(sql, before.workflowId, before.versionId));
  }

  private async one(sql: Sql, workflow: ChangedWorkflow, undoes: string | null): Promise<ProposedPlan[]> {
    const { before, after, key } = workflow;
    const occupied = await this.occupied.states(sql, before.workflowId);
    const proposal = propose({
      before: before.model,
      after,
      occupied,
      versions: await this.occupied.numbers(sql, before.workflowId, before.versionId),
      back: await this.back(sql, workflow, undoes),
    });
    if (proposal === null) return [];
    const running = occupied.reduce((sum, { cases }) => sum + cases, 0);
    const { plan, open, needed } = proposal;
    return [{ workflow: key, text: writePlan(plan, open), open, needed, running, standing: occupied }];
  }
}
