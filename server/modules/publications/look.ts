import type { PublicationPreview, TouchedCase } from '../../contract/wire/publication.ts';
import { named } from '../../engine/change/shown-value.ts';
import { dayAt } from '../../engine/calendar.ts';
import { type FormFacts, lastDayOf } from '../../engine/environment-values.ts';
import { say } from '../../engine/lint/check.ts';
import { NO_FACTS } from '../../engine/situation.ts';
import type { Sql } from '../../storage/database.ts';
import { caseOf } from '../cases/case-record.ts';
import type { GrantedExtension } from '../cases/obligations.repository.ts';
import type { ChangedWorkflow } from '../running-cases.ts';
import { type CheckedForm, dataEffect } from './data-effects.ts';
import { dateEffect } from './date-effects.ts';
import type { EffectsBook } from './effects-book.ts';
import type { KnownOrganisations } from './known-organisations.ts';
import type { LookedAtCase, LookedAtSubmission } from './looked-at.repository.ts';

/** One look at stored data in the light of new definitions: pure, a row at a time. */

type Counts = PublicationPreview['counts'];

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
export interface Look extends Course {
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

/** What a change means for one running case: its draft, its state, its dates. */
export const noteCase = (look: Look, one: LookedAtCase): void => {
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
  if (wrong !== null) book.note('invalid-draft', () => rowOf(look, one, wrong()));
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

/** What a change means for one version that was handed in. It stays as it is; this tells what it would be today. */
export const noteSubmission = (look: Look, forms: NonNullable<Look['forms']>, one: LookedAtSubmission): void => {
  const { book, counts } = look.simulated;
  counts.submissions += 1;
  const stored = { data: one.data, facts: formFactsOf(look, one), isDraft: false };
  const { wrong, orphans } = dataEffect(forms.before, forms.after, stored);
  const nth = say(`第 ${String(one.n)} 次提交`, `submission ${String(one.n)}`);
  const told = (words: TouchedCase['words']): TouchedCase =>
    rowOf(look, { ...one, id: one.caseId }, say(`${nth['zh-CN']}：${words['zh-CN']}`, `${nth.en}: ${words.en}`));
  if (wrong !== null) book.note('invalid-submission', () => told(wrong()));
  if (orphans !== null) book.note('orphaned-value', () => told(orphans));
};
