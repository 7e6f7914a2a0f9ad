import type { RefusalReason } from '../contract/refusal.ts';
import type { LocalText } from '../contract/text.ts';
import type { Case } from './case.ts';
import type { FormIssue } from './command.ts';
import type { Effect } from './effect.ts';

/** The case as it is afterwards. Where nothing was to be done `effects` is empty and `case` is the very value that came in. */
export interface Moved {
  kind: 'moved';
  case: Case;
  effects: Effect[];
  warnings: LocalText[];
}

/** Everything that stood in the way, under the first reason in the order of the table of refusals. */
export interface Refused {
  kind: 'refused';
  reason: RefusalReason;
  messages: LocalText[];
  issues: FormIssue[];
}

/** What a step came to. */
export type Outcome = Moved | Refused;
