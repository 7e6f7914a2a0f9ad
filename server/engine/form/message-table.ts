/** One sentence for each keyword that data can break: short, polite, what to do. `title` is the field's, in the reader's language. */

/** How a value is given, which decides the verb: 请填写, 请选择, 请上传. */
export type Manner = 'write' | 'choose' | 'choose-several' | 'upload' | 'add-rows' | 'group';

export interface Told {
  title: string;
  manner: Manner;
  /** The limit that is broken: `limit`, `format`, `type`, `multipleOf`, or the key that is too many. */
  limit: string;
}

type Phrase = (told: Told) => string;

const count = (limit: string, one: string, many: string): string => `${limit} ${limit === '1' ? one : many}`;

const ASK: Record<Manner, { zh: Phrase; en: Phrase }> = {
  write: { zh: ({ title }) => `请填写${title}`, en: ({ title }) => `Please enter ${title}` },
  choose: { zh: ({ title }) => `请选择${title}`, en: ({ title }) => `Please choose ${title}` },
  'choose-several': { zh: ({ title }) => `请选择${title}`, en: ({ title }) => `Please choose ${title}` },
  upload: { zh: ({ title }) => `请上传${title}`, en: ({ title }) => `Please upload ${title}` },
  'add-rows': { zh: ({ title }) => `请填写${title}`, en: ({ title }) => `Please fill in ${title}` },
  group: { zh: ({ title }) => `请填写${title}`, en: ({ title }) => `Please fill in ${title}` },
};

const AT_LEAST: Record<Manner, { zh: Phrase; en: Phrase }> = {
  ...ASK,
  'choose-several': {
    zh: ({ title, limit }) => `${title}请至少选择${limit === '1' ? '一' : limit}项`,
    en: ({ title, limit }) => `Please choose at least ${limit} for ${title}`,
  },
  upload: {
    zh: ({ title, limit }) => `${title}请至少上传${limit}个文件`,
    en: ({ title, limit }) => `Please upload at least ${count(limit, 'file', 'files')} for ${title}`,
  },
  'add-rows': {
    zh: ({ title, limit }) => `${title}请至少填写${limit}行`,
    en: ({ title, limit }) => `Please fill in at least ${count(limit, 'row', 'rows')} of ${title}`,
  },
};

const UNIT: Record<Manner, [zh: string, one: string, many: string]> = {
  write: ['个', 'item', 'items'],
  choose: ['项', 'choice', 'choices'],
  'choose-several': ['项', 'choice', 'choices'],
  upload: ['个文件', 'file', 'files'],
  'add-rows': ['行', 'row', 'rows'],
  group: ['项', 'item', 'items'],
};

const TYPES: Record<string, { zh: string; en: string }> = {
  string: { zh: '应为文字', en: 'must be text' },
  integer: { zh: '应为整数', en: 'must be a whole number' },
  number: { zh: '应为数字', en: 'must be a number' },
  boolean: { zh: '请选择是或否', en: 'must be yes or no' },
  array: { zh: '格式不正确', en: 'is not in the right form' },
  object: { zh: '格式不正确', en: 'is not in the right form' },
};

const FORMATS: Record<string, { zh: string; en: string }> = {
  date: { zh: '应为日期，如 2024-03-31', en: 'must be a date such as 2024-03-31' },
  month: { zh: '应为年月，如 2024-03', en: 'must be a month such as 2024-03' },
  time: { zh: '应为时间，如 17:30', en: 'must be a time such as 17:30' },
  'date-time': { zh: '应为日期和时间', en: 'must be a date with a time' },
  email: { zh: '应为电子邮箱地址', en: 'must be an e-mail address' },
  uri: { zh: '应为以 http 开头的网址', en: 'must be a web address' },
  uuid: { zh: '标识不正确', en: 'is not a proper identity' },
};

const decimalsOf = (unit: string): number | null => (/^0\.0*1$/.test(unit) ? unit.length - 2 : null);

const wrong = { zh: (told: Told) => `${told.title}填写有误`, en: (told: Told) => `${told.title} is not right` };

export const SENTENCES: Readonly<Record<string, { zh: Phrase; en: Phrase }>> = {
  required: { zh: (told) => ASK[told.manner].zh(told), en: (told) => ASK[told.manner].en(told) },
  dependentRequired: { zh: (told) => ASK[told.manner].zh(told), en: (told) => ASK[told.manner].en(told) },
  type: {
    zh: ({ title, limit }) => `${title}${TYPES[limit]?.zh ?? '格式不正确'}`,
    en: ({ title, limit }) => `${title} ${TYPES[limit]?.en ?? 'is not in the right form'}`,
  },
  enum: {
    zh: ({ title }) => `${title}不在可选范围内，请重新选择`,
    en: ({ title }) => `${title} is not one of the choices; please choose again`,
  },
  const: { zh: ({ title }) => `${title}不能改动`, en: ({ title }) => `${title} cannot be changed` },
  minLength: {
    zh: (told) => (told.limit === '1' ? ASK[told.manner].zh(told) : `${told.title}不能少于${told.limit}个字`),
    en: (told) =>
      told.limit === '1'
        ? ASK[told.manner].en(told)
        : `${told.title} needs at least ${count(told.limit, 'character', 'characters')}`,
  },
  maxLength: {
    zh: ({ title, limit }) => `${title}不能超过${limit}个字`,
    en: ({ title, limit }) => `${title} takes at most ${count(limit, 'character', 'characters')}`,
  },
  pattern: { zh: ({ title }) => `${title}格式不正确`, en: ({ title }) => `${title} is not in the right form` },
  format: {
    zh: ({ title, limit }) => `${title}${FORMATS[limit]?.zh ?? '格式不正确'}`,
    en: ({ title, limit }) => `${title} ${FORMATS[limit]?.en ?? 'is not in the right form'}`,
  },
  minimum: {
    zh: ({ title, limit }) => `${title}不能小于${limit}`,
    en: ({ title, limit }) => `${title} must be at least ${limit}`,
  },
  maximum: {
    zh: ({ title, limit }) => `${title}不能大于${limit}`,
    en: ({ title, limit }) => `${title} must be at most ${limit}`,
  },
  exclusiveMinimum: {
    zh: ({ title, limit }) => `${title}应大于${limit}`,
    en: ({ title, limit }) => `${title} must be more than ${limit}`,
  },
  exclusiveMaximum: {
    zh: ({ title, limit }) => `${title}应小于${limit}`,
    en: ({ title, limit }) => `${title} must be less than ${limit}`,
  },
  multipleOf: {
    zh: ({ title, limit }) => {
      const decimals = decimalsOf(limit);
      return decimals === null ? `${title}应为${limit}的倍数` : `${title}最多保留${decimals}位小数`;
    },
    en: ({ title, limit }) => {
      const decimals = decimalsOf(limit);
      return decimals === null
        ? `${title} must be a multiple of ${limit}`
        : `${title} takes at most ${decimals} decimals`;
    },
  },
  minItems: { zh: (told) => AT_LEAST[told.manner].zh(told), en: (told) => AT_LEAST[told.manner].en(told) },
  maxItems: {
    zh: ({ title, manner, limit }) => `${title}最多${limit}${UNIT[manner][0]}`,
    en: ({ title, manner, limit }) => `${title} takes at most ${count(limit, UNIT[manner][1], UNIT[manner][2])}`,
  },
  uniqueItems: { zh: ({ title }) => `${title}不能重复`, en: ({ title }) => `${title} must not repeat a choice` },
  additionalProperties: {
    zh: ({ limit }) => `表单中没有“${limit}”这一项`,
    en: ({ limit }) => `The form has no field "${limit}"`,
  },
  false: {
    zh: ({ title }) => `按已填内容，${title}无需填写，请清空`,
    en: ({ title }) => `With what is filled in, ${title} does not apply; please clear it`,
  },
  not: wrong,
  contains: wrong,
  minContains: wrong,
  maxContains: wrong,
  oneOf: wrong,
  anyOf: wrong,
  allOf: wrong,
  if: wrong,
  'x-na': wrong,
};

/** What is told of a keyword that the table does not know. */
export const ANY_SENTENCE = wrong;
