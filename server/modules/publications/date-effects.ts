import type { FindingText } from '../../contract/finding.ts';
import type { Case, CaseDeadline, Instant } from '../../engine/case.ts';
import { lateFrom } from '../../engine/deadline.ts';
import { lastDayOf } from '../../engine/environment-values.ts';
import { say } from '../../engine/lint/check.ts';
import { named } from '../../engine/change/shown-value.ts';
import { withPeriod } from '../../engine/migration/carried-dates.ts';
import type { Model } from '../../engine/model.ts';
import { replan } from '../../engine/replan.ts';
import type { Situation } from '../../engine/situation.ts';

/** What the due dates of one running case would be under other rules: pure. */
export interface DateEffect {
  /** What moves, where anything does. */
  moved: FindingText | null;
  turns: 'late' | 'on-time' | null;
}

const day = (due: Instant, { programme }: Model): string => lastDayOf(due, programme.zone);

const movedOne = (model: Model, old: CaseDeadline | undefined, { key, due }: CaseDeadline): FindingText[] => {
  if (old?.due === due) return [];
  const title = named(model.workflow.deadlines?.[key], key);
  const now = day(due, model);
  if (old === undefined) return [say(`${title['zh-CN']}定为 ${now}`, `${title.en} is due on ${now}`)];
  const was = day(old.due, model);
  return [say(`${title['zh-CN']}从 ${was} 改到 ${now}`, `${title.en} moves from ${was} to ${now}`)];
};

const isLate = (deadlines: readonly CaseDeadline[], now: Instant): boolean =>
  deadlines.some((deadline) => lateFrom(deadline) <= now);

/** `situation` is the case as it stands, with the new rules. What was judged is not judged again, and so turns nothing. */
export const dateEffect = (situation: Situation): DateEffect => {
  const { model, case: current, now } = situation;
  const after: Case = replan({ ...situation, case: withPeriod(model, current) }).case;
  const moves = after.deadlines.flatMap((deadline) =>
    movedOne(
      model,
      current.deadlines.find(({ key }) => key === deadline.key),
      deadline,
    ),
  );
  const moved =
    moves.length === 0
      ? null
      : say(moves.map((words) => words['zh-CN']).join('；'), moves.map((words) => words.en).join('; '));
  const [was, is] = [isLate(current.deadlines, now), isLate(after.deadlines, now)];
  const isOpen = current.status === 'open' && current.judged === null;
  return { moved, turns: !isOpen || was === is ? null : is ? 'late' : 'on-time' };
};
