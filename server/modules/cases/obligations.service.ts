import { Injectable } from '@nestjs/common';
import { dayAt } from '../../engine/calendar.ts';
import { obligations, type Obligation } from '../../engine/obligation.ts';
import { DEFAULT_LANGUAGE } from '../language.ts';
import { Models, type RunningModel } from '../models.ts';
import { Obligations, type ObligationsReport } from '../obligations.ts';
import { beginSeries } from './begin-cases.ts';
import { CommandService } from './command.service.ts';
import { type ExistingCase, type ListedOrganisation, ObligationsRepository } from './obligations.repository.ts';
import { chunksOf, grouped, missingOf, registered } from './series.ts';

/** How many cases one statement makes. */
const CHUNK = 200;

/** Whose cases stay: what people have begun is asked for as long as the organisation is there. */
const askedOf = (
  { model }: RunningModel,
  owed: readonly Obligation[],
  organisations: readonly ListedOrganisation[],
): Set<string | null> => {
  const { start = 'published' } = model.workflow;
  return start === 'published'
    ? new Set(owed.map(({ organisation }) => organisation?.id ?? null))
    : new Set([null, ...organisations.filter(({ active }) => active).map(({ id }) => id)]);
};

/** Makes the cases that organisations owe, and cancels untouched ones of organisations that have left. */
@Injectable()
export class ObligationsService extends Obligations {
  constructor(
    private readonly models: Models,
    private readonly repository: ObligationsRepository,
    private readonly commands: CommandService,
  ) {
    super();
  }

  async ensure(programmeId?: string): Promise<ObligationsReport> {
    const organisations = await this.repository.organisations();
    const report = { created: 0, cancelled: 0 };
    for (const running of await this.models.published(programmeId)) {
      const done = await this.ensureWorkflow(running, organisations);
      report.created += done.created;
      report.cancelled += done.cancelled;
    }
    return report;
  }

  async drop(workflowId: string): Promise<number> {
    const cancelled = await this.cancel(await this.repository.existing(workflowId));
    await this.repository.free(workflowId);
    return cancelled;
  }

  private async ensureWorkflow(
    running: RunningModel,
    organisations: readonly ListedOrganisation[],
  ): Promise<ObligationsReport> {
    const now = await this.repository.now();
    const today = dayAt(now.getTime(), running.model.programme.zone);
    const all = organisations.map((organisation) => registered(organisation, today));
    const owed = obligations(running.model, all, now.getTime());
    const existing = await this.repository.existing(running.workflowId);
    const extensions = await this.repository.extensions(running.workflowId);
    const known = grouped(existing, ({ organisationId }) => organisationId);
    const missing = grouped(missingOf(owed, existing), ({ organisation }) => organisation?.id ?? null);
    const begun = [...missing].map(([id, series]) =>
      beginSeries({ running, now, extensions }, series, known.get(id) ?? []),
    );
    let created = 0;
    for (const chunk of chunksOf(begun, CHUNK)) created += await this.repository.create(chunk, now);
    return { created, cancelled: await this.cancelLeft(askedOf(running, owed, organisations), existing) };
  }

  /** What an organisation has handed in stays; what it has not begun is no more asked for. */
  private async cancelLeft(asked: ReadonlySet<string | null>, existing: readonly ExistingCase[]): Promise<number> {
    return this.cancel(existing.filter(({ organisationId }) => !asked.has(organisationId)));
  }

  private async cancel(existing: readonly ExistingCase[]): Promise<number> {
    const left = existing.filter(({ isUntouched }) => isUntouched);
    for (const { id } of left)
      await this.commands.run({
        key: `left:${id}`,
        requestHash: id,
        caseId: id,
        who: null,
        command: { type: 'cancel', reason: '' },
        answer: () => null,
        language: DEFAULT_LANGUAGE,
      });
    return left.length;
  }
}
