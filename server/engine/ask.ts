import type { LocalText } from '../contract/text.ts';
import type { Part } from './actor.ts';
import { evaluateIn } from './environment-evaluate.ts';
import { caseValues, rowValues, type ActingAs } from './environment-values.ts';
import type { Place } from './environment.ts';
import type { Entry } from './command.ts';
import { tell } from './expression-template.ts';
import type { Situation } from './situation.ts';

/** What an expression of the workflow knows beside the situation in which it is asked. */
export interface Asking {
  place: Place;
  /** As whom the person acts or looks. */
  part?: Part | null;
  comment?: string;
  event?: string;
  ballot?: string;
  row?: { row: Record<string, unknown>; index: number };
  /** The row or gathered case that somebody would judge. */
  subject?: string;
  entry?: Entry;
}

export type Answer = { ok: true; value: unknown } | { ok: false; message: LocalText };

/** The value of an expression, or the sentence that says why it has none. */
export const ask = (situation: Situation, asking: Asking, text: string): Answer => {
  const result = evaluateIn(situation.model, { place: asking.place, text }, valuesOf(situation, asking));
  if (result.ok) return result;
  const problem = 'error' in result ? result.error : result.problems[0];
  return { ok: false, message: problem === undefined ? text : { ...problem.message } };
};

/** Whether a condition holds. One that has no value does not. */
export const holds = (situation: Situation, asking: Asking, text: string): boolean => {
  const answer = ask(situation, asking, text);
  return answer.ok && answer.value === true;
};

/** A text of the definition with its `{…}` filled in, in every language that it has. */
export const worded = (situation: Situation, asking: Asking, text: LocalText): LocalText => {
  const { model } = situation;
  const values = valuesOf(situation, asking);
  const inLocale = (locale: string): string => tell(model, text, { place: asking.place, values, locale });
  if (typeof text === 'string') return inLocale(model.programme.locales[0] ?? '');
  return Object.fromEntries(Object.keys(text).map((locale) => [locale, inLocale(locale)]));
};

const valuesOf = (
  situation: Situation,
  { part, row, subject, entry, comment = '', event = '', ballot = '' }: Asking,
): Record<string, unknown> => {
  const values = caseValues(situation.model, {
    case: situation.case,
    facts: situation.facts,
    now: situation.now,
    actor: part === undefined || part === null ? null : actingAs(situation, part),
    comment,
    event,
    ballot,
  });
  const named = subject === undefined ? values : { ...values, subject, ...(entry !== undefined && { entry }) };
  return row === undefined ? named : rowValues(named, row.row, row.index);
};

const actingAs = ({ facts }: Situation, { role, organisation }: Part): ActingAs => ({
  name: facts.person?.name ?? '',
  roles: role === null ? (facts.person?.memberships ?? []).flatMap(({ roles }) => roles) : [role],
  organisation,
});
