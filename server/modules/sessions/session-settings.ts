import type { PasswordPolicy } from './password-policy.ts';

/** What the installation's settings say of sessions and passwords. */
export class SessionSettings {
  readonly isHttps: boolean;
  readonly isDemonstration: boolean;
  readonly policy: PasswordPolicy;

  /** The passwords of a demonstration are published anyway, so that their age means nothing. */
  constructor(given: { isHttps: boolean; isDemonstration: boolean; policy: PasswordPolicy }) {
    this.isHttps = given.isHttps;
    this.isDemonstration = given.isDemonstration;
    this.policy = given.isDemonstration ? { ...given.policy, maxAgeDays: null } : given.policy;
  }
}
