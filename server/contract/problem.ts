/**
 * Everything that can go wrong on the wire, once: the code is stable and shown to no one, the titles are shown to people.
 * Written as RFC 9457 problem details by one filter; `type` is `urn:formflow:problem:<code>`.
 */
export const PROBLEMS = {
  'bad-request': { status: 400, zh: '请求格式不正确', en: 'The request is not well formed' },
  'not-signed-in': { status: 401, zh: '请先登录', en: 'Please sign in' },
  'sign-in-failed': { status: 401, zh: '账号或密码不正确', en: 'The account or the password is not right' },
  'password-change-required': { status: 403, zh: '请先设置新密码', en: 'Please set a new password first' },
  'account-locked': {
    status: 429,
    zh: '登录失败次数过多，请稍后再试',
    en: 'Too many failed attempts; please try again later',
  },
  'too-many-requests': { status: 429, zh: '操作过于频繁，请稍后再试', en: 'Too many requests; please try again later' },
  'not-allowed': { status: 403, zh: '您没有权限进行此操作', en: 'You are not allowed to do this' },
  'cross-site': { status: 403, zh: '请求来源不正确', en: 'The request came from another site' },
  'not-found': { status: 404, zh: '未找到', en: 'Not found' },
  stale: {
    status: 409,
    zh: '内容已被他人更新，请核对后重试',
    en: 'Somebody else changed this meanwhile; look at it and try again',
  },
  conflict: { status: 409, zh: '与现有数据冲突', en: 'This conflicts with what is stored' },
  'election-closed': { status: 409, zh: '投票未开放', en: 'This election is not open' },
  'code-not-usable': { status: 409, zh: '投票码不能使用', en: 'This code cannot be used' },
  'code-drawn': { status: 409, zh: '您已领取过投票码', en: 'You have drawn your code' },
  'second-person-needed': {
    status: 409,
    zh: '须由另一人确认',
    en: 'Somebody else has to confirm this',
  },
  refused: { status: 422, zh: '当前不能进行此操作', en: 'This cannot be done now' },
  invalid: { status: 422, zh: '填写内容有误', en: 'Some of what was entered is not right' },
  'key-reused': { status: 422, zh: '重复的操作标识', en: 'This idempotency key was used for another request' },
  'too-large': { status: 413, zh: '内容过大', en: 'Too large' },
  'unsupported-type': { status: 415, zh: '不支持的文件类型', en: 'This kind of content is not accepted' },
  'definition-invalid': { status: 422, zh: '定义有误', en: 'The definition has errors' },
  unavailable: { status: 503, zh: '服务暂时不可用，请稍后重试', en: 'Not available at the moment; please try again' },
  internal: { status: 500, zh: '系统出现错误，请稍后重试', en: 'Something went wrong on our side' },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** One sentence in the two languages of the product. */
export interface Sentence {
  zh: string;
  en: string;
}

/** One place that is wrong: a JSON Pointer into the body or the form data, and a sentence for people. */
export interface ProblemIssue {
  pointer: string;
  message: string;
  code?: string;
  severity?: 'error' | 'warning' | 'waivable';
}

/** The body of every refused request (`application/problem+json`). */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail?: string;
  instance: string;
  code: ProblemCode;
  reason?: string;
  errors?: ProblemIssue[];
  [extension: string]: unknown;
}
