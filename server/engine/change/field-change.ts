import type { Field } from '../../contract/definition/field.ts';
import { say } from '../lint/check.ts';
import type { Change } from './change.ts';
import { conditionChanges } from './condition-change.ts';
import { FORMATS, PRIVACY, TYPES } from './field-words.ts';
import { fieldsWithin, requiredChanges } from './fields-change.ts';
import { list } from './list.ts';
import { options } from './option-change.ts';
import { fieldRules } from './rule-change.ts';
import { oneOf } from './shown-value.ts';
import { type Pair, type Place, type Tell, setting, table, text } from './telling.ts';

const limit = (zh: string, en: string): Tell<unknown> => setting('C', say(zh, en));

/** Told with the group as a whole, because a condition speaks of its siblings. */
const elsewhere: Tell<unknown> = () => [];

/** What a group says of itself: its fields in their order, which of them are required, its conditions. */
const groupChanges = (pair: Pair<Field>, place: Place, isRoster: boolean): Change[] => [
  ...fieldsWithin(pair, place, { isRoster, inside: fieldChanges }),
  ...requiredChanges(pair, place, isRoster),
  ...conditionChanges(pair, place),
];

const items: Tell<Field> = (pair, place) => fieldChanges(pair, place, true);

const FIELD = table<Field>({
  type: setting('E', say('类型', 'the type'), oneOf(TYPES)),
  title: text(say('标题', 'the title')),
  'x-title': text(say('其他语言的标题', 'the title in other languages')),
  description: text(say('说明', 'the description')),
  format: setting('E', say('格式', 'the format'), oneOf(FORMATS)),
  const: limit('固定值', 'the fixed value'),
  enum: list({ thing: say('可选值', 'value'), grade: 'E' }),
  oneOf: options,
  minLength: limit('最少字数', 'the least length'),
  maxLength: limit('最多字数', 'the greatest length'),
  pattern: limit('格式要求', 'the pattern'),
  minimum: limit('最小值', 'the minimum'),
  maximum: limit('最大值', 'the maximum'),
  exclusiveMinimum: limit('下限（不含）', 'the lower limit'),
  exclusiveMaximum: limit('上限（不含）', 'the upper limit'),
  multipleOf: limit('倍数要求', 'the step'),
  minItems: limit('最少项数', 'the least number of entries'),
  maxItems: limit('最多项数', 'the greatest number of entries'),
  uniqueItems: limit('不得重复', 'being without repetition'),
  'x-widget': text(say('填写控件', 'the way of entering')),
  'x-options': setting('E', say('选项来源', 'the source of its options')),
  'x-other': limit('“其他”的说明项', 'the field for other answers'),
  'x-computed': limit('计算公式', 'the formula'),
  'x-rules': fieldRules,
  'x-limit': limit('重复限制', 'the limit on repetition'),
  'x-totals': limit('合计关系', 'the totals'),
  'x-normalize': limit('自动整理', 'the tidying'),
  'x-checksum': limit('校验码', 'the check characters'),
  'x-na': limit('不适用标记', 'the mark for "not applicable"'),
  'x-default': limit('默认值', 'the default'),
  'x-ref': limit('引用的事项', 'the earlier cases to take over'),
  'x-help': text(say('填写帮助', 'the help')),
  'x-placeholder': text(say('输入提示', 'the placeholder')),
  'x-example': text(say('示例', 'the example')),
  'x-messages': text(say('错误提示', 'the messages')),
  'x-pii': setting('C', say('隐私类别', 'the kind of privacy'), oneOf(PRIVACY)),
  'x-file': limit('附件要求', 'the rule for files'),
  'x-width': text(say('列宽', 'the width')),
  $ref: limit('引用的定义', 'the definition it refers to'),
  required: elsewhere,
  dependentRequired: elsewhere,
  if: elsewhere,
  then: elsewhere,
  else: elsewhere,
  allOf: elsewhere,
  properties: elsewhere,
  items,
});

/** Everything that differs in one field, section or roster. */
export const fieldChanges = (pair: Pair<Field>, place: Place, isRoster = false): Change[] => [
  ...FIELD(pair, place),
  ...groupChanges(pair, place, isRoster),
];
