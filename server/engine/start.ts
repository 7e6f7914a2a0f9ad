import { addDays, instantOfLocal, startOfDay } from './calendar.ts';
import type { Instant, Organisation } from './case.ts';
import type { Facts } from './command.ts';
import { failing } from './guard.ts';
import type { Model } from './model.ts';
import { isAsked } from './obligation.ts';
import { blankCase, openCase, type Seed } from './opening.ts';
import type { Refused } from './outcome.ts';
import { fullQuotas } from './quota.ts';
import { refused } from './refusal.ts';
import type { Situation } from './situation.ts';
import { standingFor, type Standing } from './standing.ts';
import { signUpAction, startByPeople } from './start-rule.ts';
import type { Change } from './visit.ts';

/** The first instant at which people may begin a case, and the first at which they may not any more. */
export const startWindow = (model: Model): { from: Instant | null; to: Instant | null } => {
  const rule = startByPeople(model.workflow);
  const { zone } = model.programme;
  const instant = (text: string | undefined, after: number): Instant | null => {
    if (text === undefined) return null;
    return text.includes('T') ? instantOfLocal(text, zone) : startOfDay(addDays(text, after), zone);
  };
  return { from: instant(rule?.from, 0), to: instant(rule?.to, 1) };
};

/** Who wants to begin a case, and for whom; `begun` counts those that `max` is about. */
export interface StartWish {
  organisation: Organisation | null;
  facts: Facts;
  begun: number;
}

const situationOf = (model: Model, { organisation, facts }: StartWish, now: Instant): Situation => ({
  model,
  case: blankCase(model, { id: '', organisation, period: null, facts }, { opensAt: null, now }),
  facts,
  now,
});

const standing = (situation: Situation, by: readonly string[]): Standing =>
  standingFor(situation, { by, permission: null });

/** Whether the person plays an actor who begins cases for this organisation. */
export const isStarter = (model: Model, wish: StartWish, now: Instant): boolean => {
  const rule = startByPeople(model.workflow);
  const { organisation } = wish;
  if (rule === null || (organisation !== null && !isAsked(model, organisation, null))) return false;
  return standing(situationOf(model, wish, now), rule.by).kind === 'may';
};

/** What stands in the way of beginning a case, in the order: role, window, number, guards, quotas. Null where nothing does. */
export const startRefusal = (model: Model, wish: StartWish, now: Instant): Refused | null => {
  const rule = startByPeople(model.workflow);
  if (rule === null || !isStarter(model, wish, now)) return refused('not-your-role');
  return hindrance(model, wish, now);
};

/** The same for somebody without an account, of whom nothing is known. */
export const signUpRefusal = (model: Model, wish: StartWish, now: Instant): Refused | null => {
  const isOpen = wish.organisation !== null && isAsked(model, wish.organisation, null);
  return isOpen && signUpAction(model.workflow) !== null ? hindrance(model, wish, now) : refused('not-your-role');
};

const hindrance = (model: Model, wish: StartWish, now: Instant): Refused | null => {
  const rule = startByPeople(model.workflow);
  const { from, to } = startWindow(model);
  if ((from !== null && now < from) || (to !== null && now >= to)) return refused('start-not-open');
  if (rule?.max !== undefined && wish.begun >= rule.max) return refused('start-limit');
  const situation = situationOf(model, wish, now);
  const acting = standing(situation, rule?.by ?? []);
  const part = acting.kind === 'may' ? acting.parts[0] : null;
  const { errors } = failing(situation, { place: { at: 'start' }, part }, rule?.require);
  if (errors.length > 0) return refused('guard-failed', errors);
  const full = fullQuotas(situation);
  return full.length > 0 ? refused('quota-exceeded', full) : null;
};

/** A new case as it begins by a person, or after another case, whose id is `source`. */
export const startCase = (
  model: Model,
  seed: Seed,
  by: { actor: string | null; source: string | null },
  now: Instant,
): Change => {
  const opened = openCase(model, seed, now);
  const source = by.source === null ? {} : { source: by.source };
  const effects = opened.effects.map((effect) =>
    effect.kind === 'history' && effect.event.type === 'opened'
      ? { ...effect, event: { ...effect.event, actor: by.actor, payload: { ...effect.event.payload, ...source } } }
      : effect,
  );
  return { case: opened.case, effects };
};

/** As which actor a person begins the case. */
export const starterOf = (model: Model, wish: StartWish, now: Instant): string | null => {
  const found = standing(situationOf(model, wish, now), startByPeople(model.workflow)?.by ?? []);
  return found.kind === 'may' ? found.parts[0].actor : null;
};
