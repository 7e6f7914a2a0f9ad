import type { Deadline, DueRule } from '../../contract/definition/deadline.ts';
import { textIn } from '../../contract/text.ts';
import type { DeadlineView, DueRuleView, PeriodView } from '../../contract/wire/deadline.ts';
import { movedPeriods } from '../../engine/deadline-change.ts';
import type { Model } from '../../engine/model.ts';
import { periodsOfRule } from '../../engine/period.ts';

const wayOf = (rule: DueRule, moved: Record<string, string> | null): DueRuleView['way'] => {
  if (rule.on !== undefined) return 'day';
  if (rule.within !== undefined) return 'length';
  return moved === null ? 'expression' : 'period';
};

interface Told {
  model: Model;
  language: string;
}

const kindTitle = ({ model, language }: Told, kind: string): string =>
  textIn(model.programme.organisation_kinds[kind]?.title, language) || kind;

const ruleView = (told: Told, kind: string | null, rule: DueRule): DueRuleView => {
  const moved = rule.at === undefined ? null : movedPeriods(rule.at);
  return {
    kind,
    kindTitle: kind === null ? null : kindTitle(told, kind),
    way: wayOf(rule, moved),
    on: rule.on ?? null,
    time: rule.time ?? null,
    within: rule.within ?? null,
    from: rule.from ?? null,
    at: rule.at ?? null,
    moved: moved ?? {},
  };
};

const rulesOf = (told: Told, deadline: Deadline): DueRuleView[] => {
  const byKind = Object.entries(deadline.for ?? {}).map(([kind, rule]) => ruleView(told, kind, rule));
  const isSplit = byKind.length > 0 && deadline.default === undefined;
  return isSplit ? byKind : [...byKind, ruleView(told, null, deadline.default ?? deadline)];
};

const periodsOf = ({ model, language }: Told): PeriodView[] => {
  const { periods } = model.workflow;
  if (periods === undefined) return [];
  const rules = 'for' in periods ? Object.entries(periods.for) : [[null, periods] as const];
  return rules.flatMap(([kind, rule]) =>
    periodsOfRule(rule, model.calendar).map(({ key, title, from, to, due }) => ({
      key,
      title: textIn(title, language),
      from,
      to,
      due,
      kinds: kind === null ? [] : [kind],
    })),
  );
};

/** A case belongs to the kinds of its audience; those of the programme as a whole to none. */
const kindsOf = (told: Told): DeadlineView['kinds'] => {
  const { subject } = told.model.workflow;
  if (subject.per.includes('programme')) return [];
  const kinds = subject.audience?.kinds ?? Object.keys(told.model.programme.organisation_kinds);
  return kinds.map((key) => ({ key, title: kindTitle(told, key) }));
};

/** The deadlines of a workflow as its published definition writes them, in a language. */
export const deadlineViews = (model: Model, language: string): DeadlineView[] => {
  const told = { model, language };
  const { workflow } = model;
  const periods = periodsOf(told);
  return Object.entries(workflow.deadlines ?? {}).map(([key, deadline]) => ({
    workflow: workflow.key,
    workflowTitle: textIn(workflow.title, language),
    key,
    title: textIn(deadline.title, language) || key,
    rules: rulesOf(told, deadline),
    remind: deadline.remind ?? [],
    grace: deadline.grace ?? null,
    blocks: deadline.late === 'block',
    extension:
      deadline.extension === undefined
        ? null
        : { max: deadline.extension.max ?? null, reason: deadline.extension.reason ?? 'optional' },
    periods,
    kinds: kindsOf(told),
  }));
};
