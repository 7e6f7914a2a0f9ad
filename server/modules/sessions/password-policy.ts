import type { DomainIssue } from '../domain-error.ts';

/**
 * Two named policies that contradict each other on purpose. `mlps2` is what the graded protection of information
 * systems (level 2) asks for: composition and periodic change. `modern` is OWASP ASVS 5 (6.2.5, 6.2.10): length alone.
 */
export interface PasswordPolicy {
  name: 'mlps2' | 'modern';
  minLength: number;
  /** How many of upper case, lower case, digits and other signs must occur. */
  classes: number;
  /** How many former passwords are refused, the present one counted. */
  history: number;
  maxAgeDays: number | null;
}

export const PASSWORD_POLICIES = {
  mlps2: { name: 'mlps2', minLength: 10, classes: 3, history: 5, maxAgeDays: 90 },
  modern: { name: 'modern', minLength: 12, classes: 0, history: 1, maxAgeDays: null },
} as const satisfies Record<PasswordPolicy['name'], PasswordPolicy>;

/** The form in which a password is hashed and compared: what a full-width keyboard types equals the plain letters. */
export const normalizePassword = (password: string): string => password.normalize('NFKC');

const CLASSES = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];

const COMMON =
  /^(.)\1+$|^(?:0?123456789\d*|(?:qwerty|asdfgh|password|passw0rd|admin|abc123|iloveyou|letmein|welcome)[\d!@#.]*)$/i;

/** Characters as people count them, near enough: code points. */
const lengthOf = (text: string): number => Array.from(text).length;

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

const issue = (zh: string, en: string): DomainIssue => ({ pointer: '/password', message: { zh, en } });

/** Everything that a policy has against a new password; `personal` are the account and the name, which it must not hold. */
export const passwordIssues = (
  password: string,
  policy: PasswordPolicy,
  personal: readonly string[],
): DomainIssue[] => {
  const text = normalizePassword(password);
  const found: DomainIssue[] = [];
  if (lengthOf(text) < policy.minLength)
    found.push(issue(`密码至少 ${policy.minLength} 个字符`, `A password has at least ${policy.minLength} characters`));
  if (CLASSES.filter((one) => one.test(text)).length < policy.classes)
    found.push(
      issue(
        `密码须包含大写字母、小写字母、数字、符号中的至少 ${policy.classes} 种`,
        `A password holds at least ${policy.classes} of upper case, lower case, digits and signs`,
      ),
    );
  if (COMMON.test(text)) found.push(issue('这个密码太常见', 'This password is too common'));
  if (personal.some((part) => lengthOf(part) >= 2 && folded(text).includes(folded(part))))
    found.push(issue('密码不能包含账号或姓名', 'A password must not hold the account or the name'));
  return found;
};
