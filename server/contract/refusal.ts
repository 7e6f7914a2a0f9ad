/** Why the engine refuses a command, in the order in which they are tested: case, role, state, form, guards. */
export const REFUSAL_REASONS = [
  'not-your-role',
  'same-person',
  'unknown-action',
  'not-in-this-state',
  'case-not-open',
  'window-not-open',
  'start-not-open',
  'start-limit',
  'comment-required',
  'reason-required',
  'claimed-by-another',
  'conflict-of-interest',
  'judged-already',
  'outcome-required',
  'form-invalid',
  'deadline-passed',
  'guard-failed',
  'original-required',
  'quota-exceeded',
  'extension-too-long',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];
