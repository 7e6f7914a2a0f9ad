import type { Quota } from '../contract/definition/quota.ts';
import type { LocalText } from '../contract/text.ts';
import { decimalText } from './ballot/contest.ts';
import { amount, compare, type Ratio, ratioText, sumOf, whole, ZERO } from './ballot/ratio.ts';
import { dayAt, yearOf } from './calendar.ts';
import type { Case, Instant } from './case.ts';
import type { PeerCase } from './command.ts';
import type { Effect } from './effect.ts';
import { evaluateIn, holds } from './environment-evaluate.ts';
import { quotaValues } from './environment-values.ts';
import { worded } from './ask.ts';
import { line } from './history.ts';
import type { Model } from './model.ts';
import { siblingOf } from './settle.ts';
import type { Situation } from './situation.ts';
import type { Change } from './visit.ts';

/**
 * Limits over the cases of a workflow. Who came first stays within: a case is beyond its limit where those that were
 * received no later fill it, itself among them.
 */

/** A case as limits see it. */
export const peerOf = (model: Model, current: Case, now: Instant): PeerCase => ({
  ...siblingOf(model, current),
  organisation: current.organisation,
  at: current.judged?.at ?? now,
  marks: current.marks,
});

const entriesOf = (model: Model): [string, Quota][] => Object.entries(model.workflow.quotas ?? {});

/** What a case uses up of a limit. */
const used = (quota: Quota, one: PeerCase): Ratio => {
  if (quota.sum === undefined) return whole(1);
  const value = one.metrics[quota.sum];
  return typeof value === 'number' ? amount(decimalText(value)) : ZERO;
};

const ENDED = new Set(['cancelled', 'exempt']);

const counts = (model: Model, quota: Quota, one: PeerCase): boolean => {
  const isIn = one.submitted && !ENDED.has(one.status) && one.final !== 'failure' && one.final !== 'void';
  if (!isIn || quota.where === undefined) return isIn;
  return (
    holds(model, { place: { at: 'quota' }, text: quota.where }, quotaValues(model, one, one.organisation)) === true
  );
};

type Part = Quota['by'][number];

const namesOf = (part: Part, { organisation }: PeerCase): string[] => {
  if (part === 'programme') return [''];
  if (organisation === null) return [''];
  if (part === 'organisation') return [organisation.code];
  if (part === 'kind') return organisation.kinds.length === 0 ? [''] : organisation.kinds;
  return [String(organisation.attributes[part.attribute] ?? '')];
};

const windowOf = (model: Model, quota: Quota, one: PeerCase): string => {
  if (quota.window === 'period') return one.period ?? '';
  return quota.window === 'year' ? String(yearOf(dayAt(one.at, model.programme.zone))) : '';
};

/** The groups in which a case counts: one, or with several kinds of its organisation one for each. */
const groupsOf = (model: Model, quota: Quota, one: PeerCase): string[] =>
  quota.by.reduce<string[]>(
    (groups, part) => groups.flatMap((group) => namesOf(part, one).map((name) => `${group}\u0000${name}`)),
    [windowOf(model, quota, one)],
  );

/** Names of the groups whose limits a case may touch, in a fixed order: what is locked while they are counted. */
export const quotaLocks = (model: Model, current: Case, now: Instant): string[] => {
  const own = peerOf(model, current, now);
  const names = entriesOf(model).flatMap(([key, quota]) =>
    groupsOf(model, quota, own).map((group) => `${key}\u0000${group}`),
  );
  return [...new Set(names)].sort();
};

const limitOf = (model: Model, quota: Quota, one: PeerCase): Ratio | null => {
  if (typeof quota.max === 'number') return amount(decimalText(quota.max));
  const result = evaluateIn(
    model,
    { place: { at: 'quota-max' }, text: quota.max },
    quotaValues(model, null, one.organisation),
  );
  return result.ok && typeof result.value === 'number' ? amount(decimalText(result.value)) : null;
};

interface Look {
  situation: Situation;
  quota: Quota;
  own: PeerCase;
}

/** Whether a case and those beside it go beyond a limit; a limit that cannot be told lets nothing in. */
const isBeyond = ({ situation, quota, own }: Look, beside: readonly PeerCase[], mine: Ratio): boolean => {
  const { model } = situation;
  const limit = limitOf(model, quota, own);
  if (limit === null) return true;
  const counted = beside.filter((one) => one.id !== own.id && counts(model, quota, one));
  return groupsOf(model, quota, own).some((group) => {
    const inGroup = counted.filter((one) => groupsOf(model, quota, one).includes(group));
    return compare(sumOf([...inGroup.map((one) => used(quota, one)), mine]), limit) > 0;
  });
};

const of = (model: Model, word: 'refuse' | 'mark'): [string, Quota][] =>
  entriesOf(model).filter(([, { on_exceed = 'refuse' }]) => on_exceed === word);

const told = (situation: Situation, { message }: Quota): LocalText =>
  worded(situation, { place: { at: 'action' } }, message);

/** What limits say against a case as it would be after it was received; `situation.case` is that case. */
export const exceededQuotas = (situation: Situation, choice: (quota: Quota) => boolean = () => true): LocalText[] => {
  const { model, case: current, facts, now } = situation;
  const own = peerOf(model, current, now);
  return of(model, 'refuse')
    .filter(([, quota]) => choice(quota) && counts(model, quota, own))
    .filter(([, quota]) => isBeyond({ situation, quota, own }, facts.peers ?? [], used(quota, own)))
    .map(([, quota]) => told(situation, quota));
};

/** The same before anything is sent, as far as it can be known then: limits that hold for every case alike. */
export const foreseenQuotas = (situation: Situation): LocalText[] => {
  const { case: current, now } = situation;
  const judged = current.judged ?? { at: now, due: null, late: false, inGrace: false, submission: 0 };
  return exceededQuotas({ ...situation, case: { ...current, judged } }, ({ where }) => where === undefined);
};

/** Limits on the number that leave no room for one more case. */
export const fullQuotas = (situation: Situation): LocalText[] => {
  const { model, case: blank, facts, now } = situation;
  const own = peerOf(model, blank, now);
  return of(model, 'refuse')
    .filter(([, quota]) => quota.count === true)
    .filter(([, quota]) => isBeyond({ situation, quota, own }, facts.peers ?? [], whole(1)))
    .map(([, quota]) => told(situation, quota));
};

const isNoLater = (a: PeerCase, b: PeerCase): boolean => a.at < b.at || (a.at === b.at && a.id < b.id);

const isMarked = (situation: Situation, quota: Quota, own: PeerCase): boolean => {
  const { model, facts } = situation;
  const earlier = (facts.peers ?? []).filter((one) => isNoLater(one, own));
  return counts(model, quota, own) && isBeyond({ situation, quota, own }, earlier, used(quota, own));
};

/** The marks of limits on a case that has moved: set where it stands beyond one now, cleared where it does no more. */
const remarked = (situation: Situation): Change =>
  of(situation.model, 'mark').reduce<Change>(
    (done, [key, quota]) => {
      const { marks } = done.case;
      const isBeyondNow = isMarked(situation, quota, peerOf(situation.model, situation.case, situation.now));
      if (isBeyondNow === marks.includes(key)) return done;
      const payload = { mark: key, messages: isBeyondNow ? [told(situation, quota)] : [] };
      return {
        case: { ...done.case, marks: isBeyondNow ? [...marks, key] : marks.filter((mark) => mark !== key) },
        effects: [...done.effects, line({ type: isBeyondNow ? 'mark-set' : 'mark-cleared', payload })],
      };
    },
    { case: situation.case, effects: [] },
  );

/** Other cases that bear a mark of a limit are judged again, because this one may have made room. */
const wishes = ({ model, case: current, facts }: Situation): Effect[] => {
  const keys = of(model, 'mark').map(([key]) => key);
  const marked = (facts.peers ?? []).filter(
    ({ id, marks }) => id !== current.id && keys.some((key) => marks.includes(key)),
  );
  return marked.map(({ id }) => ({ kind: 'recount', case: id }));
};

const standsAs = ({ model, now }: Situation, one: Case): string => {
  const own = peerOf(model, one, now);
  return JSON.stringify(of(model, 'mark').map(([, quota]) => [counts(model, quota, own), ratioText(used(quota, own))]));
};

/** What limits add to a step that was taken. Nothing where the workflow marks nothing. */
export const recounted = (before: Situation, moved: Change): Change => {
  if (of(before.model, 'mark').length === 0 || before.facts.peers === undefined) return moved;
  const after = { ...before, case: moved.case };
  const own = remarked(after);
  const hasChanged = standsAs(before, before.case) !== standsAs(after, moved.case);
  return { case: own.case, effects: [...moved.effects, ...own.effects, ...(hasChanged ? wishes(after) : [])] };
};
