import type { LocalText } from '../contract/text.ts';
import type { ActionRequirement } from '../contract/definition/requirement.ts';
import type { Target } from '../contract/definition/workflow.ts';
import { ask, holds, worded, type Asking } from './ask.ts';
import type { Situation } from './situation.ts';

/** The requirements that do not hold, in the order of the text: those that refuse, and those that only warn. */
export interface Failing {
  errors: LocalText[];
  warnings: LocalText[];
}

/** Tests every requirement, not only up to the first that fails. One that cannot be evaluated does not hold. */
export const failing = (
  situation: Situation,
  asking: Asking,
  requirements: readonly ActionRequirement[] = [],
): Failing => {
  const failed = requirements.filter(({ expr }) => !holds(situation, asking, expr));
  const messagesOf = (isWarning: boolean): LocalText[] =>
    failed
      .filter(({ severity }) => (severity === 'warning') === isWarning)
      .map(({ message }) => worded(situation, asking, message));
  return { errors: messagesOf(false), warnings: messagesOf(true) };
};

/** The state to which it leads: of a list the first whose condition holds; the last stands without one. */
export const targetOf = (situation: Situation, asking: Asking, to: Target): string => {
  if (typeof to === 'string') return to;
  const found = to.find(({ when }) => when === undefined || holds(situation, asking, when));
  return (found ?? to.at(-1))?.state ?? situation.case.state;
};

/** The data with the fields that an action sets, or why one of them has no value. */
export const withSet = (
  situation: Situation,
  asking: Asking,
  set: Readonly<Record<string, string>> = {},
): { ok: true; data: Record<string, unknown>; changed: boolean } | { ok: false; messages: LocalText[] } => {
  const answers = Object.entries(set).map(([field, text]) => [field, ask(situation, asking, text)] as const);
  const messages = answers.flatMap(([, answer]) => (answer.ok ? [] : [answer.message]));
  if (messages.length > 0) return { ok: false, messages };
  const values = answers.map(([field, answer]) => [field, answer.ok ? answer.value : undefined]);
  const data = { ...situation.facts.data, ...(Object.fromEntries(values) as Record<string, unknown>) };
  return { ok: true, data, changed: values.length > 0 };
};
