import { Injectable } from '@nestjs/common';
import type { DeadlinesView, ExtensionView } from '../../contract/wire/deadline.ts';
import { textIn } from '../../contract/text.ts';
import { Clock } from '../clock.ts';
import { DomainError } from '../domain-error.ts';
import { Models, type RunningModel } from '../models.ts';
import { deadlineViews } from './deadline-view.ts';
import { DeadlinesRepository, type ExtensionRow } from './deadlines.repository.ts';
import { dueDates } from './due-dates.ts';

const extensionView = (row: ExtensionRow, running: RunningModel, language: string): ExtensionView => ({
  id: row.id,
  workflow: running.model.workflow.key,
  deadline: row.deadline,
  period: row.period,
  organisation: row.organisation,
  title: row.title ?? textIn(running.model.programme.title, language),
  due: row.due.toISOString(),
  reason: row.reason,
  by: row.by,
  at: row.at.toISOString(),
});

/** All deadlines of a programme: its rules, the due dates of its cases, what was granted beside the rules. */
@Injectable()
export class DeadlinesService {
  constructor(
    private readonly models: Models,
    private readonly repository: DeadlinesRepository,
    private readonly clock: Clock,
  ) {}

  async of(programme: string, language: string): Promise<DeadlinesView> {
    const all = await this.models.published();
    const mine = all.filter(({ model }) => model.programme.key === programme);
    const [first] = mine;
    if (first === undefined) throw new DomainError('not-found');
    const { zone, workflows } = first.model.programme;
    const rank = ({ model }: RunningModel): number => workflows.indexOf(model.workflow.key);
    const listed = [...mine].sort((a, b) => rank(a) - rank(b));
    const rows = await this.repository.cases(first.programmeId);
    const told = await Promise.all(
      rows.map(async (row) => ({ row, model: (await this.models.byVersion(row.workflowVersionId)).model })),
    );
    const extensions = await this.repository.extensions(first.programmeId);
    return {
      programme,
      now: (await this.clock.now()).toISOString(),
      zone,
      deadlines: listed.flatMap(({ model }) => deadlineViews(model, language)),
      dates: dueDates(told, language),
      extensions: extensions.flatMap((row) => {
        const running = mine.find(({ workflowId }) => workflowId === row.workflowId);
        return running === undefined ? [] : [extensionView(row, running, language)];
      }),
    };
  }
}
