import { addDays } from '../../calendar.ts';
import { readDuration } from '../../duration.ts';
import { periodsFor } from '../../period.ts';
import { addToDay } from '../../workday.ts';
import { type Check, type Remark, say } from '../check.ts';
import { audienceKinds, deadlinesOf } from '../deadlines.ts';

/** A reminder whose day lies before the window opens comes with the opening, or not at all. */
export const reminderBeforeWindow: Check = {
  code: 'reminder-before-window',
  severity: 'warning',
  remarks: (dossier) => {
    const calendar = dossier.calendars.get(dossier.programme.calendar ?? '') ?? null;
    return deadlinesOf(dossier).flatMap(({ of, path, deadline, about }): Remark[] => {
      if (deadline.at?.trim() !== 'period.due') return [];
      const periods = audienceKinds(dossier, about).flatMap((kind) => periodsFor(about.workflow, [kind], calendar));
      return (deadline.remind ?? []).flatMap((text, index): Remark[] => {
        const length = readDuration(text);
        if (length === null) return [];
        // Counted from the end of the due day: P1D before it is the day of the due day's own beginning.
        const early = periods.find(({ from, due }) => addToDay(addDays(due, 1), length, calendar, -1) < from);
        if (early === undefined) return [];
        return [
          {
            of,
            path: [...path, 'remind', index],
            message: say(
              `周期 ${early.key} 在 ${early.from} 才开始，提前 ${text} 的提醒早于它`,
              `The period ${early.key} begins on ${early.from}; a reminder ${text} ahead would come before that`,
            ),
            suggestion: say('请把提醒改得晚一些，或让周期早些开始', 'Remind later, or let the period begin earlier'),
          },
        ];
      });
    });
  },
};
