import { Injectable } from '@nestjs/common';
import type { DeadlinePreview, MoveDeadline } from '../../contract/wire/deadline.ts';
import { addDays, dayAt } from '../../engine/calendar.ts';
import type { Instant } from '../../engine/case.ts';
import { step } from '../../engine/step.ts';
import { ActionsService } from '../cases/actions.service.ts';
import { CommandService, type Seen } from '../cases/command.service.ts';
import { refusalError } from '../cases/refusals.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import type { RunningModel } from '../models.ts';
import { DeadlinesRepository } from './deadlines.repository.ts';
import { dueCaseOf } from './due-case.ts';
import { countsOf, movedCase } from './moved-cases.ts';

/** Who wants which deadline of one organisation moved, in a workflow as it is published. */
export interface TimeAsked {
  who: Identity;
  running: RunningModel;
  wanted: MoveDeadline & { scope: { organisation: string } };
  language: string;
}

interface Concerned {
  seen: Seen;
  before: Instant;
  to: string;
}

/** A reason stands in the place of the one that is asked for when it is done. */
const REASON = '—';

const NOT_DAYS = {
  zh: '给单个单位延期，请填写日期或天数',
  en: 'More time for one organisation is a day or a number of days',
};
const NONE_OPEN = {
  zh: '该单位没有正在等待这一期限的事项',
  en: 'The organisation has no case that waits for this deadline',
};

/** More time for one organisation: an extension of its cases, within what the definition allows. */
@Injectable()
export class GrantedTime {
  constructor(
    private readonly repository: DeadlinesRepository,
    private readonly commands: CommandService,
    private readonly actions: ActionsService,
  ) {}

  /** What would be granted, and what stands against it. `seen` names the cases with their versions. */
  async preview(asked: TimeAsked): Promise<Omit<DeadlinePreview, 'token'> & { seen: unknown[] }> {
    const concerned = await this.concerned(asked);
    const refusals: DeadlinePreview['refusals'] = [];
    const rows = concerned.flatMap(({ seen, before, to }) => {
      const command = { type: 'extend' as const, deadline: asked.wanted.deadline, to, reason: REASON };
      const outcome = step(seen.running.model, seen.case, command, seen.facts, seen.now);
      const title = seen.case.organisation?.title ?? '';
      if (outcome.kind === 'refused') {
        refusals.push({ title, message: wordsOf(refusalError(outcome, asked.language), asked.language) });
        return [];
      }
      const after = outcome.case.deadlines.find(({ key }) => key === asked.wanted.deadline)?.due ?? before;
      return [
        movedCase({ model: seen.running.model, case: seen.case, now: seen.now }, { before, after }, asked.language),
      ];
    });
    if (concerned.length === 0) refusals.push({ title: '', message: inLanguage(NONE_OPEN, asked.language) });
    return {
      rows,
      counts: countsOf(rows),
      refusals,
      findings: [],
      scenarios: [],
      seen: concerned.map(({ seen, to }) => [seen.case.id, seen.case.lockVersion, to]),
    };
  }

  /** Grants it, case by case; answers for how many. */
  async grant(asked: TimeAsked, reason: string): Promise<number> {
    const concerned = await this.concerned(asked);
    for (const { seen, to } of concerned)
      await this.actions.extend(
        { who: asked.who, caseId: seen.case.id, key: undefined, language: asked.language },
        { deadline: asked.wanted.deadline, to, reason },
      );
    return concerned.length;
  }

  private async concerned({ who, running, wanted }: TimeAsked): Promise<Concerned[]> {
    const { to, deadline, period, scope } = wanted;
    if ('within' in to) throw new DomainError('invalid', NOT_DAYS);
    const rows = (await this.repository.ofWorkflow(running.workflowId, false)).filter(
      (row) =>
        row.organisationId === scope.organisation &&
        (period === undefined || row.periodKey === period) &&
        dueCaseOf(row, running.model).deadlines.some(({ key }) => key === deadline) &&
        (row.status === 'open' || row.status === 'upcoming'),
    );
    return Promise.all(
      rows.map(async (row) => {
        const seen = await this.commands.look(row.id, who);
        const before = seen.case.deadlines.find(({ key }) => key === deadline)?.due ?? seen.now;
        const day = 'due' in to ? to.due : addDays(dayAt(before - 1, running.model.programme.zone), to.days);
        return { seen, before, to: day };
      }),
    );
  }
}

const inLanguage = ({ zh, en }: { zh: string; en: string }, language: string): string =>
  language.startsWith('zh') ? zh : en;

const wordsOf = ({ detail, code }: DomainError, language: string): string =>
  typeof detail === 'object' ? inLanguage(detail, language) : (detail ?? code);
