import { Injectable } from '@nestjs/common';
import { removedStates } from '../../engine/lint/against.ts';
import type { Sql } from '../../storage/database.ts';
import { RunningRepository } from '../definitions/running.repository.ts';
import {
  type ChangedWorkflow,
  type DryRun,
  type Following,
  type ProposedPlan,
  RunningCases,
} from '../running-cases.ts';

/** Cases that stay on the version they began with: where a state vanishes under them, nothing can be published. */
@Injectable()
export class StatesInPlace extends RunningCases {
  constructor(private readonly repository: RunningRepository) {
    super();
  }

  async proposals(sql: Sql, workflows: readonly ChangedWorkflow[]): Promise<ProposedPlan[]> {
    const all = await Promise.all(workflows.map((workflow) => this.proposal(sql, workflow)));
    return all.filter(({ running }) => running > 0);
  }

  dryRun(): Promise<DryRun> {
    return Promise.resolve({ effects: [], findings: [] });
  }

  follow(): Promise<{ total: number }> {
    return Promise.resolve({ total: 0 });
  }

  progress(): Promise<ReadonlyMap<string, Following>> {
    return Promise.resolve(new Map());
  }

  pause(): Promise<void> {
    return Promise.resolve();
  }

  resume(): Promise<void> {
    return Promise.resolve();
  }

  private async proposal(sql: Sql, { key, before, after }: ChangedWorkflow): Promise<ProposedPlan> {
    const gone = removedStates({ kind: 'Workflow', key }, before.model.workflow, after.workflow);
    const counts = await Promise.all(
      gone.map(({ name }) => this.repository.casesInState(before.workflowId, name, sql)),
    );
    const open = gone.map(({ name }) => name).filter((_, index) => (counts[index] ?? 0) > 0);
    return { workflow: key, text: '', open, running: counts.reduce((sum, count) => sum + count, 0) };
  }
}
