import type { ErrorCode } from 'yaml';
import type { FindingText } from '../contract/finding.ts';
import { say } from './place.ts';

const INDENT = say('缩进不正确', 'The indentation is not right');
const UNEXPECTED = say('此处的写法不正确', 'This is not YAML');
const KEY_AND_VALUE = say(
  '一行里只能有一个“键: 值”；值中含冒号请加引号',
  'One `key: value` a line; quote a value with a colon',
);

/** The parser's complaints in the words of this product; whatever is not listed is told as `UNEXPECTED`. */
const WORDS: Partial<Record<ErrorCode, FindingText>> = {
  BAD_INDENT: INDENT,
  TAB_AS_INDENT: say('缩进不能用制表符（Tab）', 'Tabs cannot indent'),
  BAD_DQ_ESCAPE: say('双引号中的 \\ 转义不正确', 'This escape is not known in double quotes'),
  BAD_SCALAR_START: say('值不能以 @ 或 ` 开头；请加引号', 'A value cannot begin with @ or `; put it in quotes'),
  BLOCK_AS_IMPLICIT_KEY: KEY_AND_VALUE,
  MULTILINE_IMPLICIT_KEY: say('键必须写在一行内', 'A key stands on one line'),
  BLOCK_IN_FLOW: say('{} 或 [] 中不能换行缩进书写', 'Inside {} and [] there is no indented writing'),
  MISSING_CHAR: say('缺少冒号、逗号、引号或括号', 'A colon, comma, quote or bracket is missing'),
  MULTIPLE_DOCS: say('一个文件只能有一份定义（不能用 --- 分隔）', 'One file holds one definition; no ---'),
  KEY_OVER_1024_CHARS: say('键过长', 'This key is too long'),
  NON_STRING_KEY: say('键必须是文字', 'A key must be a text'),
  BAD_DIRECTIVE: say('不能使用 % 指令', 'Directives (%) are not used here'),
};

const MEND: Partial<Record<ErrorCode, FindingText>> = {
  BAD_INDENT: say('请与上一层对齐，再多缩进两个空格', 'Indent by two spaces more than the line above it belongs to'),
  TAB_AS_INDENT: say('请改用空格', 'Use spaces'),
};

export const yamlSentence = (code: ErrorCode): FindingText => WORDS[code] ?? UNEXPECTED;
export const yamlSuggestion = (code: ErrorCode): FindingText | undefined => MEND[code];
