import type { AttachmentView, AvailableAction, CaseView, OriginalView, QueryView } from '../../contract/wire/case.ts';
import type { GatheredCases } from '../../contract/wire/gathered.ts';
import { textIn } from '../../contract/text.ts';
import { available, type Choice, type Possibilities } from '../../engine/available.ts';
import { paramValues } from '../../engine/environment-programme.ts';
import { splitOrphans } from '../../engine/migration/orphans.ts';
import { isReached } from '../../engine/reach.ts';
import { type Rights, rightsOf } from '../../engine/rights.ts';
import { visible } from '../../engine/visible.ts';
import type { Identity } from '../identity.ts';
import type { AttachmentFacts, CaseExtras, QueryFacts } from './case-extras.repository.ts';
import { summaryOf } from './case-summary.ts';
import { attachmentNames } from './file-names.ts';
import { formChangeIn, type ShownForm } from './shown-form.ts';
import type { Seen } from './command.service.ts';
import { presentData, sourceOf } from './facts.ts';
import { defaultsOf, formFactsOf } from './form-check.ts';
import { mayRevealTo, shown } from './masking.ts';

/** A case with everything that its page needs, for one person. */
export interface Viewed {
  seen: Seen;
  extras: CaseExtras;
  who: Identity;
  language: string;
  /** The version of the form by which the data are shown. */
  shownForm: ShownForm;
  /** What the case gathers. */
  gathered?: GatheredCases | undefined;
}

const iso = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());
const isoOf = (stored: string): string => new Date(stored).toISOString();

/** What is submitted is yet to be written: only the sending itself tells whether it meets the conditions. */
const isOpenYet = ({ action, reason }: Choice): boolean =>
  action.kind === 'submit' && (reason === 'guard-failed' || reason === 'form-invalid');

const actionIn = (choice: Choice, language: string): AvailableAction => {
  const { key, action, messages, warnings, proxy } = choice;
  const enabled = choice.enabled || isOpenYet(choice);
  return {
    key,
    kind: action.kind,
    title: textIn(action.title, language),
    help: action.help === undefined ? null : textIn(action.help, language),
    enabled,
    reason: enabled ? null : choice.reason,
    messages: enabled ? [] : messages.map((message) => textIn(message, language)),
    warnings: warnings.map((warning) => textIn(warning, language)),
    comment: action.comment ?? 'optional',
    reasons: (action.reasons ?? []).map(({ code, title }) => ({ code, title: textIn(title, language) })),
    proxy,
  };
};

const cellOf = ({ field, roster, row }: { field: string; roster: string | null; row: string | null }) => ({
  field,
  ...(roster !== null && { roster }),
  ...(row !== null && { row }),
});

const queryIn = (query: QueryFacts, { rights, person }: { rights: Rights; person: string }): QueryView => {
  const address = cellOf(query);
  const isUnderWay = query.status === 'open' || query.status === 'answered';
  return {
    id: query.id,
    address,
    submission: query.submission,
    status: query.status,
    remarks: query.remarks.map(({ by, at, text }) => ({ by, at: isoOf(at), text })),
    mayAnswer: isUnderWay && isReached(rights.write, address),
    mayClose: isUnderWay && (isReached(rights.remark, address) || query.openedBy === person),
  };
};

const fileIn = (file: AttachmentFacts, names: ReadonlyMap<string, string>): OriginalView => ({
  id: file.id,
  name: names.get(file.id) ?? file.name,
  type: file.type,
  size: file.size,
  uploadedBy: file.uploadedBy,
  uploadedAt: isoOf(file.uploadedAt),
});

const filesIn = ({ seen, extras }: Viewed, { read }: Rights): Pick<CaseView, 'attachments' | 'originals'> => {
  const names = attachmentNames(seen, extras.attachments);
  const originals = extras.attachments.filter(({ purpose }) => read !== 'none' && purpose === 'original');
  const attachments = extras.attachments.flatMap((file): AttachmentView[] => {
    if (file.field === null) return [];
    const address = cellOf({ ...file, field: file.field });
    return isReached(read, address) ? [{ ...fileIn(file, names), address }] : [];
  });
  return { attachments, originals: originals.map((file) => fileIn(file, names)) };
};

const deadlinesIn = ({ seen, language }: Viewed, possible: Possibilities): CaseView['deadlines'] =>
  seen.case.deadlines.map((deadline) => {
    const may = possible.deadlines.find(({ key }) => key === deadline.key);
    return {
      key: deadline.key,
      title: textIn(seen.running.model.workflow.deadlines?.[deadline.key]?.title, language) || deadline.key,
      due: new Date(deadline.due).toISOString(),
      graceUntil: iso(deadline.graceUntil),
      extended: deadline.override !== null,
      mayExtend: may?.mayExtend ?? false,
      extendUntil: iso(may?.extendUntil ?? null),
    };
  });

const tasksIn = ({ seen, extras, language }: Viewed, possible: Possibilities): CaseView['tasks'] => {
  const rules = seen.running.model.workflow.states[seen.case.state]?.tasks;
  return possible.tasks.map(({ key, assignee, isMine, mayClaim }) => ({
    key,
    title: textIn(rules?.[key]?.title, language) || key,
    assignee: assignee === null ? null : (extras.names[assignee] ?? null),
    mine: isMine,
    mayClaim,
  }));
};

const factsIn = (seen: Seen): CaseView['facts'] => {
  const { organisation, period, due, today, previous, userName } = formFactsOf(seen);
  return {
    org: organisation === null ? null : { ...organisation },
    period: period === null ? null : { ...period },
    due,
    today,
    params: { ...paramValues(seen.running.model.workflow.params) },
    previous: previous === null ? null : { ...previous },
    userName,
  };
};

/** The rights of a person who may also write for the organisation where it sent its paper. */
export const rightsIn = (seen: Seen, possible: Possibilities): Rights =>
  rightsOf(
    { model: seen.running.model, case: seen.case, facts: seen.facts, now: seen.now },
    { proxy: possible.mayFillByProxy },
  );

const dataIn = (
  { seen, shownForm, language }: Viewed,
  rights: Rights,
): Pick<CaseView, 'data' | 'dataFrom' | 'masked' | 'formChange'> => {
  const dataFrom = sourceOf(seen.state, seen.running);
  const isBlank = dataFrom === 'defaults' && rights.write !== 'none';
  const stored = isBlank ? defaultsOf(seen) : presentData(seen.state, seen.running);
  const { data } = splitOrphans(shownForm.form, stored);
  const change = rights.read === 'none' ? null : formChangeIn(seen, shownForm, { stored, read: rights.read, language });
  return {
    ...shown(seen, visible(data, rights.read), shownForm.form),
    dataFrom,
    ...(change !== null && { formChange: change }),
  };
};

/** Read like a field of the form that has the name of what is gathered. */
const gatheredIn = ({ seen, gathered }: Viewed, { read }: Rights): Pick<CaseView, 'gathered'> => {
  const field = seen.running.model.workflow.gather?.as;
  return gathered !== undefined && field !== undefined && isReached(read, { field }) ? { gathered } : {};
};

/** The page of a case as one person may see it. */
export const viewOf = (viewed: Viewed): CaseView => {
  const { seen, extras, who, language } = viewed;
  const { state, running, case: current, facts, now } = seen;
  const { workflow } = running.model;
  const possible = available(running.model, current, facts, now);
  const rights = rightsIn(seen, possible);
  const content = dataIn(viewed, rights);
  const claimed = current.tasks.find(({ assignee, status }) => assignee !== null && status === 'open');
  const summary = summaryOf(
    {
      record: state,
      case: current,
      running,
      facts,
      now,
      openQueries: state.openQueries.length,
      returned: extras.returned,
      claimedBy: claimed?.assignee == null ? null : (extras.names[claimed.assignee] ?? null),
    },
    language,
  );
  const help = workflow.states[current.state]?.help;
  return {
    ...summary,
    workflowVersion: state.workflowVersionId,
    formVersion: viewed.shownForm.id,
    description: workflow.description === undefined ? null : textIn(workflow.description, language),
    stateHelp: help === undefined ? null : textIn(help, language),
    ...content,
    draft:
      state.draft === null || content.dataFrom !== 'draft' || rights.read === 'none'
        ? null
        : { rev: state.draft.rev, savedAt: isoOf(state.draft.savedAt), savedBy: extras.draftBy ?? '' },
    ...rights,
    mayReveal: content.masked.length > 0 && mayRevealTo(who, seen),
    actions: possible.actions.map((choice) => actionIn(choice, language)),
    deadlines: deadlinesIn(viewed, possible),
    tasks: tasksIn(viewed, possible),
    queries: extras.queries
      .filter((query) => isReached(rights.read, cellOf(query)))
      .map((query) => queryIn(query, { rights, person: who.person.id })),
    ...filesIn(viewed, rights),
    ...gatheredIn(viewed, rights),
    mayExempt: possible.mayExempt,
    mayLiftExemption: possible.mayLiftExemption,
    mayFillByProxy: possible.mayFillByProxy,
    facts: factsIn(seen),
  };
};
