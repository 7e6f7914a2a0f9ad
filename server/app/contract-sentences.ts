import type { z } from 'zod';
import type { Sentence } from '../contract/problem.ts';

const TYPES: Record<string, Sentence> = {
  string: { zh: '文本', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
  record: { zh: '对象', en: 'an object' },
};

const FORMATS: Record<string, Sentence> = {
  uuid: { zh: '应为 UUID 标识', en: 'This must be a UUID' },
  date: { zh: '应为日期，如 2024-03-31', en: 'This must be a date such as 2024-03-31' },
  datetime: { zh: '应为时间，如 2024-03-31T09:00:00Z', en: 'This must be a time such as 2024-03-31T09:00:00Z' },
};

/** Sentences that shapes of the contract carry themselves, by their English text. */
const OWN: Record<string, string> = {
  'letters, digits, - and _': '只能用字母、数字、- 和 _',
  'letters, digits and . _ @ - , 2 to 60 characters': '只能用字母、数字和 . _ @ -，2 到 60 个字符',
  'a key is lower-case letters, digits and _, begins with a letter, at most 63 characters':
    '键只能用小写字母、数字和 _，以字母开头，最多 63 个字符',
};

const isSame = (a: unknown, b: number): boolean => typeof a === 'number' && a === b;

const tooSmall = ({ origin, minimum }: z.core.$ZodIssueTooSmall): Sentence => {
  if (origin === 'string' && isSame(minimum, 1)) return { zh: '请填写', en: 'Please fill this in' };
  if (origin === 'string') return { zh: `至少 ${minimum} 个字符`, en: `At least ${minimum} characters` };
  if (origin === 'array') return { zh: `至少 ${minimum} 项`, en: `At least ${minimum} items` };
  return { zh: `不能小于 ${minimum}`, en: `This must not be less than ${minimum}` };
};

const tooBig = ({ origin, maximum }: z.core.$ZodIssueTooBig): Sentence => {
  if (origin === 'string') return { zh: `最多 ${maximum} 个字符`, en: `At most ${maximum} characters` };
  if (origin === 'array') return { zh: `最多 ${maximum} 项`, en: `At most ${maximum} items` };
  return { zh: `不能大于 ${maximum}`, en: `This must not be more than ${maximum}` };
};

const wrongType = (issue: z.core.$ZodIssueInvalidType): Sentence => {
  if (issue.input === undefined) return { zh: '必须填写', en: 'This is required' };
  const wanted = TYPES[issue.expected] ?? { zh: issue.expected, en: issue.expected };
  return { zh: `应为${wanted.zh}`, en: `This must be ${wanted.en}` };
};

const wrongFormat = ({ format, message }: z.core.$ZodIssueInvalidStringFormat): Sentence =>
  FORMATS[format] ?? { zh: OWN[message] ?? '格式不正确', en: message };

/** What is wrong at one place of a body, in plain words of both languages; wants the issue with its input. */
export const sentencesOf = (issue: z.core.$ZodIssue): Sentence => {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue);
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return wrongFormat(issue);
    case 'invalid_value': {
      const values = issue.values.map(String);
      return { zh: `只能是：${values.join('、')}`, en: `This must be one of ${values.join(', ')}` };
    }
    case 'unrecognized_keys':
      return { zh: `不认识的字段：${issue.keys.join('、')}`, en: `Unknown: ${issue.keys.join(', ')}` };
    case 'custom':
      return { zh: OWN[issue.message] ?? issue.message, en: issue.message };
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return { zh: '格式不正确', en: 'This is not of the right form' };
  }
};
