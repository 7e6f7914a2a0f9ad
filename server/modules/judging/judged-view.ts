import { textIn } from '../../contract/text.ts';
import type { JudgingView } from '../../contract/wire/judging.ts';
import type { Possibilities } from '../../engine/available.ts';
import { isRoster } from '../../engine/data.ts';
import { mask } from '../../engine/form/mask.ts';
import { judgedIn, outcomesOf, seatsOf } from '../../engine/judging/rule.ts';
import { type Subject, subjectsOf } from '../../engine/judging/subjects.ts';
import { verdictOn } from '../../engine/judging/verdict.ts';
import type { Seen } from '../cases/command.service.ts';
import { isMaskedFor } from '../cases/masking.ts';
import { detailsOf } from './sheets.service.ts';

/** What is judged in a case, for one person. */
export interface Judging {
  seen: Seen;
  possible: Possibilities;
  /** Whether the person may see what others came to. */
  seesOthers: boolean;
  language: string;
}

type Task = JudgingView['tasks'][number];
type Shown = Pick<Task['subjects'][number], 'title' | 'details'>;

/** The row or the gathered case as one reads it; personal values masked where they are in the form itself. */
const shownSubject = ({ seen, language }: Judging, { row, entry }: Subject, roster: string | undefined): Shown => {
  const { model } = seen.running;
  const isMasked = isMaskedFor(seen);
  if (entry !== null) {
    const form = model.siblings?.[model.workflow.gather?.workflow ?? '']?.form;
    if (form === undefined) return { title: entry.org?.title ?? '', details: [] };
    const data = isMasked ? mask(form, entry.form).data : entry.form;
    const details = detailsOf(form, data, { roster: null, language });
    return { title: entry.org?.title ?? details[0]?.text ?? '', details };
  }
  if (row === null || roster === undefined) return { title: '', details: [] };
  const hidden = isMasked ? mask(model.form, { [roster]: [row.row] }).data[roster] : null;
  const masked = isRoster(hidden) ? (hidden[0] ?? {}) : isMasked ? {} : row.row;
  const details = detailsOf(model.form, masked, { roster, language });
  return { title: details[0]?.text ?? String(row.index + 1), details };
};

/** The judged tasks of the state, for those who judge or may see how it goes. */
export const judgedTasks = (judging: Judging): Task[] => {
  const { seen, possible, seesOthers, language } = judging;
  const { case: current, running } = seen;
  return judgedIn(running.model, current).flatMap(([key, rule]) => {
    const own = possible.judging.filter(({ task }) => task === key);
    if (own.length === 0 && !seesOthers) return [];
    const subjects = subjectsOf({ model: running.model, facts: seen.facts }, rule).map((subject) => {
      const docket = own.find((one) => one.subject === subject.id);
      const verdict = verdictOn(rule, seatsOf(current.tasks, { task: key, subject: subject.id }));
      return {
        id: subject.id,
        ...shownSubject(judging, subject, rule.for_each),
        reason: docket === undefined ? ('not-your-role' as const) : docket.reason,
        holds: docket?.holds ?? false,
        isDone: docket?.isDone ?? false,
        mine: docket?.outcome ?? null,
        outcome: seesOthers ? verdict.outcome : null,
        votes: seesOthers ? { ...verdict.votes } : null,
      };
    });
    return [
      {
        key,
        title: textIn(rule.title, language) || key,
        mayClaim: rule.assign === 'claim' || (rule.claim === true && rule.assign === undefined),
        outcomes: outcomesOf(rule).map(({ code, title }) => ({ code, title: textIn(title, language) })),
        subjects,
      },
    ];
  });
};
