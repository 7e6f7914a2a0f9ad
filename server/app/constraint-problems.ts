import { DomainError, type DomainIssue } from '../modules/domain-error.ts';

interface Translation {
  pointer: string;
  zh: string;
  en: string;
}

/** What a broken database constraint means to the person who caused it, by the constraint's name. */
const CONSTRAINTS: Record<string, Translation> = {
  uq_person_account: { pointer: '/account', zh: '该账号已被使用', en: 'This account name is already taken' },
  uq_organisation_code: { pointer: '/code', zh: '该单位代码已被使用', en: 'This organisation code is already taken' },
  uq_membership: { pointer: '/memberships', zh: '同一角色重复', en: 'The same role is given twice' },
};

/** The fields of a PostgreSQL error that say what went wrong, whether it comes from `pg` or wrapped by TypeORM. */
export interface DatabaseError {
  code: string;
  constraint: string | undefined;
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value ? (value as Record<string, unknown>)[name] : undefined;

/** The database error inside an unknown error, or undefined where it is something else. */
export const databaseErrorIn = (error: unknown): DatabaseError | undefined => {
  const driver = field(error, 'driverError') ?? error;
  const code = field(driver, 'code');
  if (typeof code !== 'string') return undefined;
  const constraint = field(driver, 'constraint');
  return { code, constraint: typeof constraint === 'string' ? constraint : undefined };
};

const UNAVAILABLE = /^(08|53|57P0[1-5]|ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE)/;
const UNFINISHED = new Set(['40001', '40P01', '55P03', '57014', '25P03']);

const issueOf = ({ pointer, zh, en }: Translation): DomainIssue => ({ pointer, message: { zh, en } });

/** The refusal that a database error stands for; undefined where it is a fault of the program. */
export const domainErrorFrom = ({ code, constraint }: DatabaseError): DomainError | undefined => {
  if (UNAVAILABLE.test(code) || UNFINISHED.has(code)) return new DomainError('unavailable');
  if (code === '22021' || code === '22P05')
    return new DomainError('bad-request', {
      zh: '文本中有不允许的字符',
      en: 'The text holds a character that cannot be stored',
    });
  const known = constraint === undefined ? undefined : CONSTRAINTS[constraint];
  if (known !== undefined) return new DomainError('conflict', known, { issues: [issueOf(known)] });
  if (code === '23505' || code === '23P01') return new DomainError('conflict');
  return undefined;
};
