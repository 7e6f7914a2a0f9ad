import { Injectable } from '@nestjs/common';
import type { PlanText } from '../../contract/wire/publication.ts';
import type { Sql } from '../../storage/database.ts';
import type { ChangedWorkflow, DryRun } from '../running-cases.ts';

@Injectable()
export class PlanRehearsal {
  of(_sql: Sql, _workflows: readonly ChangedWorkflow[], _plans: readonly PlanText[]): Promise<DryRun> {
    return Promise.resolve({ effects: [], findings: [] });
  }
}
