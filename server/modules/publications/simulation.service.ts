import { Injectable } from '@nestjs/common';
import type { PublicationPreview, TouchedCase } from '../../contract/wire/publication.ts';
import { dayAt } from '../../engine/calendar.ts';
import type { FormFacts } from '../../engine/environment-values.ts';
import { lastDayOf } from '../../engine/environment-values.ts';
import { named } from '../../engine/change/shown-value.ts';
import { same } from '../../engine/change/telling.ts';
import { say } from '../../engine/lint/check.ts';
import { NO_FACTS } from '../../engine/situation.ts';
import { formValidator } from '../../registry/form-validator.ts';
import type { Sql } from '../../storage/database.ts';
import { caseOf } from '../cases/case-record.ts';
import { type GrantedExtension, ObligationsRepository } from '../cases/obligations.repository.ts';
import { isTouched } from '../definitions/publication.ts';
import { ModelsService } from '../definitions/models.service.ts';
import type { ChangedWorkflow } from '../running-cases.ts';
import type { Candidate } from './candidate.ts';
import { type CheckedForm, dataEffect } from './data-effects.ts';
import { dateEffect } from './date-effects.ts';
import { EffectsBook } from './effects-book.ts';
import { KnownOrganisations } from './known-organisations.ts';
import { type LookedAtCase, LookedAtRepository, type LookedAtSubmission } from './looked-at.repository.ts';
import { noteObligations } from './obligation-effects.ts';

export type Counts = PublicationPreview['counts'];

export interface Simulated {
  book: EffectsBook;
  counts: Counts;
}

/** How far it goes: with `dates: keep` no due date moves, and cases that go over by a plan are told by its dry run. */
export interface Course {
  dates: 'move' | 'keep';
  planned: ReadonlySet<string>;
}

/** One workflow while its data go by. */
interface Look extends Course {
  sql: Sql;
  now: Date;
  workflow: ChangedWorkflow;
  known: KnownOrganisations;
  /** Null where the form means what it did. */
  forms: { before: CheckedForm; after: CheckedForm } | null;
  extensions: readonly GrantedExtension[];
  simulated: Simulated;
  touched: Set<string>;
}

/** Texts alone touch nobody's data. */
export const isLookedAt = ({ class: grade }: ChangedWorkflow): boolean => grade !== 'A';

const meansTheSame = ({ before: { model }, after }: ChangedWorkflow): boolean =>
  same(model.form, after.form) &&
  same(model.workflow.params, after.workflow.params) &&
  same(
    [model.programme.tables, model.programme.params, model.programme.money],
    [after.programme.tables, after.programme.params, after.programme.money],
  );

/** Plays a publication through on all data that it touches. Reads only. */
@Injectable()
export class SimulationService {
  constructor(
    private readonly looked: LookedAtRepository,
    private readonly cases: ObligationsRepository,
    private readonly models: ModelsService,
  ) {}

  /** The validators that the look needs; made beforehand, because a snapshot holds its one connection. */
  async formsOf({ workflows, shelf }: Candidate): Promise<ReadonlyMap<string, Look['forms']>> {
    const all = workflows.filter(isLookedAt).map(async (workflow): Promise<[string, Look['forms']]> => {
      const { programme, key, before, after } = workflow;
      const loaded = shelf.programmes.get(programme)?.forms.get(after.form.$id);
      if (loaded === undefined || meansTheSame(workflow)) return [`${programme}/${key}`, null];
      const { validate } = await this.models.form(before.formVersionId);
      const forms = {
        before: { model: before.model, validate },
        after: { model: after, validate: formValidator(loaded.schema) },
      };
      return [`${programme}/${key}`, forms];
    });
    return new Map(await Promise.all(all));
  }

  async of(
    sql: Sql,
    candidate: Candidate,
    { forms, ...course }: Course & { forms: ReadonlyMap<string, Look['forms']> },
  ): Promise<Simulated> {
    const simulated: Simulated = {
      book: new EffectsBook(),
      counts: { drafts: 0, submissions: 0, running: 0, organisations: 0 },
    };
    const now = await this.looked.now(sql);
    const known = new KnownOrganisations(this.looked, sql);
    const touched = new Set<string>();
    for (const workflow of candidate.workflows.filter(isLookedAt)) {
      const extensions = await this.cases.extensions(workflow.before.workflowId, sql);
      const its = forms.get(`${workflow.programme}/${workflow.key}`) ?? null;
      const look: Look = { ...course, sql, now, workflow, known, forms: its, extensions, simulated, touched };
      await this.lookAtCases(look);
      if (its !== null) await this.lookAtSubmissions(look, its);
    }
    await this.lookAtObligations(sql, candidate, { simulated, now });
    simulated.counts.organisations = touched.size;
    return simulated;
  }

  private async lookAtCases(look: Look): Promise<void> {
    for await (const batch of this.looked.runningCases(look.sql, look.workflow.before.workflowId)) {
      await look.known.read(batch);
      for (const one of batch) noteCase(look, one);
    }
  }

  private async lookAtSubmissions(look: Look, forms: NonNullable<Look['forms']>): Promise<void> {
    const { book, counts } = look.simulated;
    for await (const batch of this.looked.submissions(look.sql, look.workflow.before.workflowId)) {
      await look.known.read(batch);
      for (const one of batch) {
        counts.submissions += 1;
        const stored = { data: one.data, facts: formFactsOf(look, one), isDraft: false };
        const { wrong, orphans } = dataEffect(forms.before, forms.after, stored);
        const nth = say(`第 ${String(one.n)} 次提交`, `submission ${String(one.n)}`);
        const told = (words: ReturnType<typeof say>) => () =>
          rowOf(look, { ...one, id: one.caseId }, say(`${nth['zh-CN']}：${words['zh-CN']}`, `${nth.en}: ${words.en}`));
        if (wrong !== null) book.note('invalid-submission', told(wrong));
        if (orphans !== null) book.note('orphaned-value', told(orphans));
      }
    }
  }

  private async lookAtObligations(
    sql: Sql,
    { planned, shelf, workflows }: Candidate,
    { simulated, now }: { simulated: Simulated; now: Date },
  ) {
    const quiet = new Set(
      workflows.filter((one) => !isLookedAt(one)).map(({ programme, key }) => `${programme}/${key}`),
    );
    const touched = planned.filter(({ name, ...one }) => name.kind === 'Workflow' && isTouched({ name, ...one }));
    const loud = touched.filter(({ name }) => !quiet.has(`${name.programme ?? ''}/${name.key}`));
    if (loud.length === 0) return;
    const organisations = await this.cases.organisations(sql);
    for (const { name, before } of loud) {
      const model = shelf.models.get(`${name.programme ?? ''}/${name.key}`);
      if (model === undefined) continue;
      const existing = before === undefined ? [] : await this.cases.existing(before.definitionId, sql);
      noteObligations(simulated.book, { model, organisations, existing, now });
    }
  }
}

const periodOf = ({ period, periodKey }: Pick<LookedAtSubmission, 'period' | 'periodKey'>): FormFacts['period'] =>
  period === null || periodKey === null ? null : { key: periodKey, ...period };

const formFactsOf = (
  { known, now, workflow: { after } }: Look,
  one: Pick<LookedAtSubmission, 'organisationId' | 'period' | 'periodKey' | 'reportDue'>,
): FormFacts => {
  const { zone } = after.programme;
  const today = dayAt(now.getTime(), zone);
  return {
    organisation: known.on(one.organisationId, today),
    period: periodOf(one),
    due: one.reportDue === null ? null : lastDayOf(one.reportDue.getTime(), zone),
    today,
    previous: null,
    userName: '',
  };
};

const rowOf = (
  { known, now, workflow: { key, after } }: Look,
  { id, organisationId, periodKey }: { id: string; organisationId: string | null; periodKey: string | null },
  words: TouchedCase['words'],
): TouchedCase => {
  const organisation = known.on(organisationId, dayAt(now.getTime(), after.programme.zone));
  return { case: id, workflow: key, organisation: organisation?.title ?? null, period: periodKey, words };
};

const noteCase = (look: Look, one: LookedAtCase): void => {
  const { counts } = look.simulated;
  counts.running += 1;
  if (one.organisationId !== null) look.touched.add(one.organisationId);
  if (one.draft !== null) noteDraft(look, one, one.draft);
  if (look.planned.has(look.workflow.key)) return;
  if (!Object.hasOwn(look.workflow.after.workflow.states, one.state)) noteGoneState(look, one);
  else if (look.dates === 'move') noteDates(look, one);
};

const noteDraft = (look: Look, one: LookedAtCase, data: Record<string, unknown>): void => {
  const { book, counts } = look.simulated;
  counts.drafts += 1;
  if (look.forms === null) return;
  const stored = { data, facts: formFactsOf(look, one), isDraft: true };
  const { wrong, orphans } = dataEffect(look.forms.before, look.forms.after, stored);
  if (wrong !== null) book.note('invalid-draft', () => rowOf(look, one, wrong));
  if (orphans !== null) book.note('orphaned-value', () => rowOf(look, one, orphans));
};

const noteGoneState = (look: Look, one: LookedAtCase): void => {
  const title = named(look.workflow.before.model.workflow.states[one.state], one.state);
  const words = say(`所在环节${title['zh-CN']}将不存在`, `The state ${title.en} in which it stands will be gone`);
  look.simulated.book.note('state-gone', () => rowOf(look, one, words));
};

const noteDates = (look: Look, one: LookedAtCase): void => {
  const { workflow, now, known, extensions } = look;
  const today = dayAt(now.getTime(), workflow.after.programme.zone);
  const current = caseOf(one, known.on(one.organisationId, today), one.tasks);
  const counting = extensions.filter(({ period }) => period === null || period === one.periodKey);
  const facts = { ...NO_FACTS, data: one.draft ?? one.latest ?? {}, extensions: counting };
  const { moved, turns } = dateEffect({ model: workflow.after, case: current, facts, now: now.getTime() });
  if (moved === null) return;
  const { book } = look.simulated;
  book.note('due-moved', () => rowOf(look, one, moved));
  if (turns !== null) book.note(turns === 'late' ? 'becomes-late' : 'becomes-on-time', () => rowOf(look, one, moved));
};
