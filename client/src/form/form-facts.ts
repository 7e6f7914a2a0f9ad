import type { CaseView } from '#contract/wire/case.ts';
import type { Organisation, Period } from '#engine/case.ts';
import type { FormFacts } from '#engine/environment-values.ts';

/** The facts of a case as the form's rules take them. */
export const formFactsOf = ({ facts }: CaseView): FormFacts => ({
  organisation: facts.org as unknown as Organisation | null,
  period: facts.period as unknown as Period | null,
  due: facts.due,
  today: facts.today,
  previous: facts.previous,
  userName: facts.userName,
});
