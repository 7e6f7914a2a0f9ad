import { dayFrom, monthOf, yearOf } from './calendar.ts';
import type { Day } from './case.ts';

export const AGE_RULES = ['birthday', 'day_after', 'year'] as const;
export type AgeRule = (typeof AGE_RULES)[number];

/**
 * Age in years on a day. `birthday`: one more on the birthday itself; `day_after`: from the day after it, as Chinese law
 * counts; `year`: the difference of calendar years. Who is born on 29 February has the birthday on 1 March in other
 * years. Before the birth it is negative.
 */
export const ageOn = (birth: Day, day: Day, rule: AgeRule): number => {
  const years = yearOf(day) - yearOf(birth);
  if (rule === 'year') return years;
  const birthday = dayFrom(yearOf(day), monthOf(birth), Number(birth.slice(8, 10)));
  const reached = rule === 'day_after' ? day > birthday : day >= birthday;
  return reached ? years : years - 1;
};
