import type { PeriodRule } from '../contract/definition/deadline.ts';
import { dayAt, endOfDay } from './calendar.ts';
import type { Day, Instant, Organisation, Period } from './case.ts';
import { evaluateIn } from './environment-evaluate.ts';
import { audienceValues } from './environment-values.ts';
import type { Model } from './model.ts';
import { openCase } from './opening.ts';
import { periodsOfRule } from './period.ts';
import { NO_FACTS } from './situation.ts';

/** An organisation with what it is at any time: kinds are tagged with days of validity, both included. */
export interface RegisteredOrganisation extends Omit<Organisation, 'kinds'> {
  tags: { kind: string; from: Day | null; to: Day | null }[];
  active: boolean;
}

/** A report that is owed. `passed`: it was due before now; whoever joins later does not owe it. */
export interface Obligation {
  organisation: Organisation | null;
  period: Period | null;
  passed: boolean;
}

/** The organisation as it is on a day. */
export const organisationOn = ({ tags, ...rest }: RegisteredOrganisation, day: Day): Organisation => ({
  id: rest.id,
  code: rest.code,
  title: rest.title,
  level: rest.level,
  attributes: rest.attributes,
  ancestors: rest.ancestors,
  relations: rest.relations,
  kinds: [
    ...new Set(tags.filter(({ from, to }) => (from ?? day) <= day && day <= (to ?? day)).map(({ kind }) => kind)),
  ],
});

/**
 * All reports that a workflow asks for: one a period and organisation of its audience, judged for each period by what is
 * valid on its last day (without periods: today). None where people or other cases begin them.
 */
export const obligations = (
  model: Model,
  organisations: readonly RegisteredOrganisation[],
  now: Instant,
): Obligation[] => {
  const { start = 'published', subject } = model.workflow;
  const { per } = subject;
  if (start !== 'published') return [];
  if (per.includes('programme')) return ofProgramme(model, now);
  const active = organisations.filter((organisation) => organisation.active);
  return per.includes('period')
    ? active.flatMap((organisation) => ofPeriods(model, organisation, now))
    : active.flatMap((organisation) => ofOrganisation(model, organisation, now));
};

const ofProgramme = (model: Model, now: Instant): Obligation[] => {
  const { periods } = model.workflow;
  const rounds = periods === undefined || 'for' in periods ? [null] : periodsOfRule(periods, model.calendar);
  return rounds.map((period) => owed(model, { organisation: null, period }, now));
};

const ofOrganisation = (model: Model, registered: RegisteredOrganisation, now: Instant): Obligation[] => {
  const organisation = organisationOn(registered, dayAt(now, model.programme.zone));
  return isAsked(model, organisation, null) ? [owed(model, { organisation, period: null }, now)] : [];
};

const ofPeriods = (model: Model, registered: RegisteredOrganisation, now: Instant): Obligation[] =>
  rulesOf(model).flatMap(({ isFirst, rule }) =>
    periodsOfRule(rule, model.calendar).flatMap((period) => {
      const organisation = organisationOn(registered, period.to);
      const isItsRule = isFirst(organisation.kinds) && isAsked(model, organisation, period);
      return isItsRule ? [owed(model, { organisation, period }, now)] : [];
    }),
  );

type Subject = Pick<Obligation, 'organisation' | 'period'>;

/** When it was due is what the workflow's own deadlines say; where they say nothing, the period. */
const owed = (model: Model, subject: Subject, now: Instant): Obligation => {
  const { due } = openCase(model, { id: '', ...subject, facts: NO_FACTS }, now).case;
  const ends = due ?? (subject.period === null ? Infinity : endOfDay(subject.period.due, model.programme.zone));
  return { ...subject, passed: ends <= now };
};

interface KindRule {
  rule: PeriodRule;
  isFirst: (kinds: readonly string[]) => boolean;
}

/** Every rule with the kinds for which it is the one: those of its entry, unless an earlier entry fits too. */
const rulesOf = ({ workflow: { periods } }: Model): KindRule[] => {
  if (periods === undefined) return [];
  if (!('for' in periods)) return [{ rule: periods, isFirst: () => true }];
  const entries = Object.entries(periods.for);
  return entries.map(([kind, rule]) => ({
    rule,
    isFirst: (kinds) => entries.find(([one]) => kinds.includes(one))?.[0] === kind,
  }));
};

/** Whether the organisation belongs to those whom the workflow is for. */
export const isAsked = (model: Model, organisation: Organisation, period: Period | null): boolean => {
  const { kinds, where } = model.workflow.subject.audience ?? {};
  if (kinds !== undefined && !kinds.some((kind) => organisation.kinds.includes(kind))) return false;
  if (where === undefined) return true;
  const result = evaluateIn(
    model,
    { place: { at: 'audience' }, text: where },
    audienceValues(model, organisation, period),
  );
  return result.ok && result.value === true;
};
