import type { RefusalReason } from '../contract/refusal.ts';
import type { LocalText } from '../contract/text.ts';
import type { Case } from './case.ts';
import type { FormIssue } from './command.ts';
import type { Effect } from './effect.ts';

/** What a step came to: the case as it is afterwards with its effects, or a refusal with everything that stood in the way. */
export type Outcome =
  | { kind: 'moved'; case: Case; effects: Effect[]; warnings: LocalText[] }
  | { kind: 'refused'; reason: RefusalReason; messages: LocalText[]; issues: FormIssue[] };
