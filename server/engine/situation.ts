import type { Case, Instant } from './case.ts';
import type { Facts } from './command.ts';
import type { Model } from './model.ts';

/** All that a rule looks at: the definitions, the case, what surrounds it, and the time. */
export interface Situation {
  model: Model;
  case: Case;
  facts: Facts;
  now: Instant;
}

/** Facts where nobody acts and nothing has been entered. */
export const NO_FACTS: Facts = {
  person: null,
  data: {},
  issues: [],
  series: [],
  cases: {},
  matters: {},
  openQueries: [],
  previous: null,
  extensions: [],
  hasOriginal: false,
};
