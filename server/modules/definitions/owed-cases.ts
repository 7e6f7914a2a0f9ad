import { Injectable } from '@nestjs/common';
import { dayAt } from '../../engine/calendar.ts';
import { isRun } from '../../engine/binding.ts';
import { obligations } from '../../engine/obligation.ts';
import type { Shelf } from '../../registry/shelf.ts';
import { ObligationsRepository } from '../cases/obligations.repository.ts';
import { missingOf, registered } from '../cases/series.ts';
import type { PlannedChange } from './publication.ts';

/** How many cases publishing a workflow would make, by `<programme>/<workflow>`. */
export type OwedCases = Record<string, number>;

/** Foretells what obligations will make of new definitions, with the organisations that there are now. */
@Injectable()
export class OwedCasesForecast {
  constructor(private readonly repository: ObligationsRepository) {}

  async of(shelf: Shelf, changes: readonly PlannedChange[]): Promise<OwedCases> {
    const organisations = await this.repository.organisations();
    const now = await this.repository.now();
    const owed: OwedCases = {};
    for (const { name, before, change } of changes) {
      const key = `${name.programme ?? ''}/${name.key}`;
      const model = name.kind === 'Workflow' && change !== 'same' ? shelf.models.get(key) : undefined;
      if (model === undefined || !isRun(model.programme, name.key)) continue;
      const today = dayAt(now.getTime(), model.programme.zone);
      const all = organisations.map((organisation) => registered(organisation, today));
      const existing = before === undefined ? [] : await this.repository.existing(before.definitionId);
      owed[key] = missingOf(obligations(model, all, now.getTime()), existing).length;
    }
    return owed;
  }
}
