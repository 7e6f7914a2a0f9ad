import { textIn } from '#contract/text.ts';
import type { AvailableAction, CaseView } from '#contract/wire/case.ts';
import { available, type Choice, type Possibilities } from '#engine/available.ts';
import { dayAt } from '#engine/calendar.ts';
import type { Facts, Person } from '#engine/command.ts';
import type { Data } from '#engine/data.ts';
import { paramValues } from '#engine/environment-programme.ts';
import { lastDayOf } from '#engine/environment-values.ts';
import type { FormFacts } from '#engine/environment-values.ts';
import { compute } from '#engine/form/compute.ts';
import { defaultsFor } from '#engine/form/defaults.ts';
import { withRowIds } from '#engine/form/row-id.ts';
import { rightsOf } from '#engine/rights.ts';
import { personFor } from '#engine/scenario-cast.ts';
import { factsFor, type Played } from '#engine/scenario-world.ts';
import { visible } from '#engine/visible.ts';
import { playedCase, type Walk } from './walk.ts';

/** A case of a walk as somebody who plays a role sees it, in the shape of a real one, so that the real form shows it. */
export interface Seen {
  played: Played;
  person: Person;
  facts: Facts;
  possible: Possibilities;
  view: CaseView;
}

const NOBODY = '00000000-0000-4000-8000-000000000000';

const iso = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());

/** What the rules of the form may ask for beside its data. */
export const formFactsIn = ({ model, world }: Walk, { case: current }: Played, facts: Facts): FormFacts => ({
  organisation: current.organisation,
  period: current.period,
  due: current.due === null ? null : lastDayOf(current.due, model.programme.zone),
  today: dayAt(world.now, model.programme.zone),
  previous: facts.previous,
  userName: facts.person?.name ?? '',
});

/** What is submitted is yet to be written: only the sending itself tells whether it meets the conditions. */
export const isEnabled = ({ enabled, action, reason }: Choice): boolean =>
  enabled || (action.kind === 'submit' && (reason === 'guard-failed' || reason === 'form-invalid'));

const actionIn = (choice: Choice, language: string): AvailableAction => ({
  key: choice.key,
  kind: choice.action.kind,
  title: textIn(choice.action.title, language),
  help: choice.action.help === undefined ? null : textIn(choice.action.help, language),
  enabled: isEnabled(choice),
  reason: choice.reason,
  messages: choice.messages.map((message) => textIn(message, language)),
  warnings: choice.warnings.map((message) => textIn(message, language)),
  comment: choice.action.comment ?? 'optional',
  reasons: (choice.action.reasons ?? []).map(({ code, title }) => ({ code, title: textIn(title, language) })),
  proxy: choice.proxy,
});

const summaryIn = ({ model, world }: Walk, { case: current }: Played, language: string) => {
  const state = model.workflow.states[current.state];
  const { organisation, period, due } = current;
  return {
    id: NOBODY,
    programme: model.programme.key,
    workflow: model.workflow.key,
    workflowTitle: textIn(model.workflow.title, language),
    organisation:
      organisation === null
        ? null
        : { id: NOBODY, code: organisation.code, title: organisation.title, kinds: organisation.kinds },
    period:
      period === null
        ? null
        : { key: period.key, title: textIn(period.title, language), from: period.from, to: period.to },
    state: current.state,
    stateTitle: textIn(state?.title, language) || current.state,
    final: state?.final ?? null,
    status: current.status,
    due: iso(due),
    graceUntil: iso(current.deadlines[0]?.graceUntil ?? null),
    overdue: due !== null && current.judged === null && due <= world.now,
    late: current.judged?.late ?? false,
    inGrace: current.judged?.inGrace ?? false,
    zero: current.zero,
    proxy: current.proxy,
    marks: current.marks,
    submissions: current.submission,
    openQueries: 0,
    lockVersion: current.lockVersion,
    updatedAt: new Date(world.now).toISOString(),
    returned: null,
  };
};

/** What a form begins with that nobody has written into. */
const blankOf = (walk: Walk, facts: FormFacts): Data =>
  compute(
    walk.model,
    withRowIds(walk.model, defaultsFor(walk.model, facts), () => crypto.randomUUID()),
    facts,
  );

/** The case for whoever plays the actor; null where nobody can play it for this organisation. */
export const seenAs = (
  walk: Walk,
  actor: string,
  { name, language }: { name: string; language: string },
): Seen | null => {
  const played = playedCase(walk);
  const found = played === undefined ? null : personFor(walk.model, played.case.organisation, { actor, id: actor });
  if (played === undefined || found === null) return null;
  const { model, world } = walk;
  const person = { ...found, name };
  const facts = factsFor(world, played, { person });
  const current = played.case;
  const possible = available(model, current, facts, world.now);
  const rights = rightsOf({ model, case: current, facts, now: world.now }, { proxy: possible.mayFillByProxy });
  const formFacts = formFactsIn(walk, played, facts);
  const isBlank = Object.keys(played.data).length === 0 && rights.write !== 'none';
  const data = isBlank ? blankOf(walk, formFacts) : visible(played.data, rights.read);
  const { organisation, period, due, today, previous, userName } = formFacts;
  const rules = model.workflow.states[current.state];
  const view: CaseView = {
    ...summaryIn(walk, played, language),
    next: possible.next,
    claimedBy: null,
    workflowVersion: NOBODY,
    formVersion: NOBODY,
    description: null,
    stateHelp: rules?.help === undefined ? null : textIn(rules.help, language),
    data,
    dataFrom: 'draft',
    draft: null,
    ...rights,
    masked: [],
    mayReveal: false,
    actions: possible.actions.map((choice) => actionIn(choice, language)),
    deadlines: current.deadlines.map((deadline) => ({
      key: deadline.key,
      title: textIn(model.workflow.deadlines?.[deadline.key]?.title, language) || deadline.key,
      due: new Date(deadline.due).toISOString(),
      graceUntil: iso(deadline.graceUntil),
      extended: deadline.override !== null,
      mayExtend: possible.deadlines.some(({ key, mayExtend }) => key === deadline.key && mayExtend),
      extendUntil: iso(possible.deadlines.find(({ key }) => key === deadline.key)?.extendUntil ?? null),
    })),
    tasks: possible.tasks.map(({ key, assignee, isMine, mayClaim }) => ({
      key,
      title: textIn(rules?.tasks?.[key]?.title, language) || key,
      assignee,
      mine: isMine,
      mayClaim,
    })),
    queries: [],
    attachments: [],
    originals: [],
    mayExempt: possible.mayExempt,
    mayLiftExemption: possible.mayLiftExemption,
    mayFillByProxy: possible.mayFillByProxy,
    facts: {
      org: organisation === null ? null : { ...organisation },
      period: period === null ? null : { ...period },
      due,
      today,
      params: { ...paramValues(model.workflow.params) },
      previous: previous === null ? null : { ...previous },
      userName,
    },
  };
  return { played, person, facts, possible, view };
};
