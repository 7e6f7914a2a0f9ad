import { textIn } from '../../contract/text.ts';
import type { Data } from '../data.ts';
import { evaluateIn } from '../environment-evaluate.ts';
import { contestValues, entryValues } from '../environment-values.ts';
import type { Place } from '../environment.ts';
import type { Model } from '../model.ts';
import type { Digests } from './digest.ts';
import { draw } from './draw.ts';
import type { Award } from './places.ts';
import type { Candidate, DrawRule, Ticket } from './rules.ts';
import type { LotSeed } from './tie.ts';

/** A draw as a workflow says it: what it may cost, and what each entry puts into the urn. */

/** The place of whoever is drawn. */
const DRAWN = 'draw';

const numberIn = (model: Model, located: { place: Place; text: string }, values: Data): number | null => {
  const result = evaluateIn(model, located, values);
  return result.ok && typeof result.value === 'number' && result.value >= 0 ? result.value : null;
};

/** Undefined where a workflow draws nothing, null where its budget cannot be told. */
export const drawRuleOf = (model: Model, decimal: (value: number) => string): DrawRule | null | undefined => {
  const { draw: rule } = model.workflow;
  if (rule === undefined) return undefined;
  const budget = numberIn(model, { place: { at: 'ballot' }, text: rule.budget }, contestValues(model));
  if (budget === null) return null;
  const seed = rule.seed === undefined ? {} : { seed: textIn(rule.seed, model.programme.locales[0] ?? '') };
  return { budget: decimal(budget), overspend: rule.overspend, ...seed };
};

/** What an entry puts into the urn; nothing where its numbers cannot be told. Parts of a ticket do not count. */
export const ticketOf = (
  model: Model,
  { roster, entry, decimal }: { roster: string; entry: Data; decimal: (value: number) => string },
): { ticket?: Ticket } => {
  const { draw: rule } = model.workflow;
  if (rule === undefined) return {};
  const asked = (text: string): number | null =>
    numberIn(model, { place: { at: 'ranking', roster }, text }, entryValues(model, entry));
  const [weight, cost] = [asked(rule.weight), asked(rule.cost)];
  return { ticket: { weight: cost === null ? 0 : Math.floor(weight ?? 0), cost: decimal(cost ?? 0) } };
};

/** Winners in the order in which they are drawn. */
export const drawn = (
  digests: Pick<Digests, 'hmacSha256'>,
  rule: DrawRule,
  { candidates, withdrawn, seed }: { candidates: readonly Candidate[]; withdrawn: readonly string[]; seed: LotSeed },
): Award[] => {
  const entries = candidates
    .filter(({ id }) => !withdrawn.includes(id))
    .map(({ id, ticket }) => ({ id, weight: ticket?.weight ?? 0, cost: ticket?.cost ?? '0' }));
  return draw(digests, seed, { entries, rules: rule }).map((entry) => ({ entry, place: DRAWN }));
};
