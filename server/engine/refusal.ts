import type { RefusalReason } from '../contract/refusal.ts';
import type { LocalText } from '../contract/text.ts';
import type { FormIssue } from './command.ts';
import type { Refused } from './outcome.ts';

/** A refusal with the sentences that say how to mend it, where there is more to say than the reason itself. */
export const refused = (
  reason: RefusalReason,
  messages: readonly LocalText[] = [],
  issues: readonly FormIssue[] = [],
): Refused => ({ kind: 'refused', reason, messages: [...messages], issues: [...issues] });
