import { Injectable } from '@nestjs/common';
import { textIn } from '../../contract/text.ts';
import type { ActionResult } from '../../contract/wire/case.ts';
import type { FinishTask, JudgingView, Recuse, SaveMarks, SavedMarks, TakeSeat } from '../../contract/wire/judging.ts';
import { available, type Possibilities } from '../../engine/available.ts';
import type { Command, GivenMarks } from '../../engine/command.ts';
import { marksFor } from '../../engine/judging/finish.ts';
import { type Judge, judgeOf } from '../../engine/judging/judge.ts';
import { answer, type Asked } from '../cases/actions.service.ts';
import { CommandService, type Seen } from '../cases/command.service.ts';
import { personKey, requestHash } from '../cases/idempotency.ts';
import { refusalError } from '../cases/refusals.ts';
import { refuseUnstorable } from '../cases/storable.ts';
import { DomainError } from '../domain-error.ts';
import { type Identity, may } from '../identity.ts';
import { judgedTasks } from './judged-view.ts';
import { marksIn, sheetsBySubject } from './jury-marks.service.ts';
import { MarksRepository, type StoredMark } from './marks.repository.ts';
import { fieldsOf, SheetsService } from './sheets.service.ts';

const situationOf = ({ running, case: current, facts, now }: Seen) => ({
  model: running.model,
  case: current,
  facts,
  now,
});

/** Beside judges who have done their own part, those who review or run contests see what was come to. */
const seesOthers = (who: Identity, { running }: Seen, { isBlind, judging }: Possibilities): boolean => {
  const programme = running.model.programme.key;
  return !isBlind && (judging.length > 0 || may(who, 'cases.review', programme) || may(who, 'contests.run', programme));
};

/** What people judge: sheets, outcomes, declared interests. */
@Injectable()
export class JudgingService {
  constructor(
    private readonly commands: CommandService,
    private readonly marks: MarksRepository,
    private readonly sheets: SheetsService,
  ) {}

  view(who: Identity, caseId: string, language: string): Promise<JudgingView> {
    return this.commands.asking(who, async (asker) => {
      const seen = await this.commands.see(caseId, asker);
      const possible = available(seen.running.model, seen.case, seen.facts, seen.now);
      const seesAll = seesOthers(who, seen, possible);
      const tasks = judgedTasks({ seen, possible, seesOthers: seesAll, language });
      const here = await this.marks.ofVisit(asker.tenant, caseId, seen.case.visit);
      const sheets = tasks.length === 0 ? [] : await this.sheetsOf(seen, here, { who, seesAll, language });
      return { isBlind: possible.isBlind, tasks, sheets };
    });
  }

  /** Finishing is for good; the sheets that belong to the task are checked and frozen with it. */
  async finish(asked: Asked, task: string, body: FinishTask): Promise<ActionResult> {
    const { subject = '', outcome, comment } = body;
    const words = { ...(outcome !== undefined && { outcome }), ...(comment !== undefined && { comment }) };
    const command: Command = { type: 'finish', task, subject, ...words };
    const marks = await this.checkedSheets(asked, { task, subject, given: body.marks ?? {} });
    return this.run(asked, { finish: task, ...body }, { ...command, marks });
  }

  recuse(asked: Asked, task: string, { subject, reason }: Recuse): Promise<ActionResult> {
    return this.run(
      asked,
      { recuse: task, subject, reason },
      {
        type: 'recuse',
        task,
        reason,
        ...(subject !== undefined && { subject }),
      },
    );
  }

  seat(asked: Asked, task: string, { subject, release }: TakeSeat): Promise<ActionResult> {
    const of = subject === undefined ? { task } : { task, subject };
    return this.run(asked, { seat: task, subject, release }, { type: release ? 'release' : 'claim', ...of });
  }

  /** A sheet that is not finished; it may hold mistakes yet. */
  async save({ who, caseId, language }: Asked, key: string, { subject, data }: SaveMarks): Promise<SavedMarks> {
    return this.commands.asking(who, async (asker) => {
      const seen = await this.commands.see(caseId, asker);
      const rule = seen.running.model.workflow.marks?.[key];
      if (rule === undefined) throw new DomainError('not-found');
      const judge = judgeOf(situationOf(seen), rule.task, subject);
      if (judge.kind === 'refused') throw refusalError(judge, language);
      const checked = await this.sheets.check(seen, rule.form, { data, language });
      const savedAt = await this.marks.save(asker.tenant, {
        caseId,
        visit: seen.case.visit,
        key,
        subject,
        person: who.person.id,
        formVersion: checked.formVersion,
        data: checked.data,
      });
      if (savedAt === undefined) throw new DomainError('stale');
      return { savedAt: savedAt.toISOString() };
    });
  }

  private async checkedSheets(
    { who, caseId, language }: Asked,
    { task, subject, given }: { task: string; subject: string; given: Record<string, Record<string, unknown>> },
  ): Promise<GivenMarks[]> {
    return this.commands.asking(who, async (asker) => {
      const seen = await this.commands.see(caseId, asker);
      const judge = judgeOf(situationOf(seen), task, subject);
      if (judge.kind === 'refused') return [];
      const stored = await this.marks.ofVisit(asker.tenant, caseId, seen.case.visit);
      const mine = stored.filter((one) => one.person === who.person.id && one.subject === subject);
      return Promise.all(
        marksFor(seen.running.model, judge).map((key) => {
          const data = given[key] ?? mine.find((one) => one.key === key)?.data ?? {};
          return this.checkedSheet(seen, { key, data, judge, language });
        }),
      );
    });
  }

  private async checkedSheet(
    seen: Seen,
    { key, data, language }: { key: string; data: Record<string, unknown>; judge: Judge; language: string },
  ): Promise<GivenMarks> {
    const form = seen.running.model.workflow.marks?.[key]?.form ?? '';
    const checked = await this.sheets.check(seen, form, { data, language });
    const issues = checked.issues.filter(({ severity }) => severity === 'error');
    if (issues.length > 0) {
      const placed = issues.map((issue) => ({ ...issue, pointer: `/marks/${key}${issue.pointer}` }));
      throw refusalError({ kind: 'refused', reason: 'form-invalid', messages: [], issues: placed }, language);
    }
    return { key, formVersion: checked.formVersion, data: checked.data };
  }

  private async sheetsOf(
    seen: Seen,
    stored: readonly StoredMark[],
    { who, seesAll, language }: { who: Identity; seesAll: boolean; language: string },
  ): Promise<JudgingView['sheets']> {
    const { model, programmeId } = seen.running;
    const values = marksIn(model, stored);
    return Promise.all(
      Object.entries(model.workflow.marks ?? {}).map(async ([key, rule]) => {
        const { form } = await this.sheets.form(programmeId, rule.form);
        const mine = stored.filter((one) => one.key === key && one.person === who.person.id);
        const given = [...sheetsBySubject(stored, key)];
        return {
          key,
          title: textIn(rule.title, language) || textIn(form.title, language) || key,
          task: rule.task,
          fields: fieldsOf(form, language),
          mine: Object.fromEntries(mine.map(({ subject, data }) => [subject, data])),
          combined: seesAll
            ? Object.fromEntries(
                given.map(([subject, sheets]) => [
                  subject,
                  { value: values[`marks.${key}`]?.[subject] ?? '0', judges: sheets.length },
                ]),
              )
            : {},
        };
      }),
    );
  }

  private run({ who, caseId, key, language }: Asked, body: unknown, command: Command): Promise<ActionResult> {
    refuseUnstorable(body);
    return this.commands.run({
      key: personKey(who.person.id, key),
      requestHash: requestHash(caseId, body),
      caseId,
      who,
      command,
      answer: answer(language),
      language,
    });
  }
}
