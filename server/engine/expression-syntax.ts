import type { Problem } from './expression-problem.ts';
import { problemAt } from './expression-context.ts';
import type { Span } from './expression-tree.ts';

/** What the parser says, in words for people. */

const SIGNS: Record<string, string> = {
  RPAREN: ')',
  LPAREN: '(',
  RBRACKET: ']',
  LBRACKET: '[',
  RBRACE: '}',
  LBRACE: '{',
  COLON: ':',
  COMMA: ',',
  IDENTIFIER: 'name',
};

const HALF_WIDTH: Record<string, string> = {
  '（': '(',
  '）': ')',
  '，': ',',
  '。': '.',
  '：': ':',
  '？': '?',
  '！': '!',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '【': '[',
  '】': ']',
  '＝': '=',
  '＞': '>',
  '＜': '<',
  '＋': '+',
  '－': '-',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '×': '*',
  '÷': '/',
};

const LIMITS: Record<string, [string, string]> = {
  maxAstNodes: ['表达式过长，请拆成几条', 'The expression has too many parts; split it'],
  maxDepth: ['表达式嵌套过深，请简化', 'The expression is nested too deeply; simplify it'],
};

interface Parsed extends Span {
  code: string | undefined;
  summary: string | undefined;
}

const unexpected = (text: string, at: Parsed): [string, string, string?] => {
  const sign = text.slice(at.from, at.from + 1);
  const half = HALF_WIDTH[sign];
  if (half !== undefined)
    return [`请使用英文半角符号，把“${sign}”写成 ${half}`, `Write ${half} instead of the full-width ${sign}`, half];
  if (sign === '=') return ['比较请用 ==', 'Compare with ==', '=='];
  if (sign === '&') return ['“并且”请用 &&', 'Write && for "and"', '&&'];
  if (sign === '|') return ['“或者”请用 ||', 'Write || for "or"', '||'];
  return sign === ''
    ? ['表达式不完整', 'The expression is not complete']
    : [`此处不应有“${sign}”`, `"${sign}" is not expected here`];
};

const expectedSign = (text: string, at: Parsed): [string, string, string?] => {
  const wanted = /Expected (\w+)/.exec(at.summary ?? '')?.[1] ?? '';
  const sign = SIGNS[wanted];
  if (sign === 'name') return ['“.”后面应是字段名', 'A field name must follow "."'];
  return sign === undefined ? unexpected(text, at) : [`此处缺少“${sign}”`, `"${sign}" is missing here`];
};

const worded = (text: string, at: Parsed): [string, string, string?] => {
  if (text.trim() === '') return ['表达式为空', 'The expression is empty'];
  switch (at.code ?? '') {
    case 'limit_exceeded':
      return LIMITS[/Exceeded (\w+)/.exec(at.summary ?? '')?.[1] ?? ''] ?? ['表达式过长', 'The expression is too long'];
    case 'expected_token':
      return expectedSign(text, at);
    case 'unexpected_character':
    case 'unexpected_token':
      return unexpected(text, at);
    case 'unterminated_string':
    case 'unterminated_triple_quoted_string':
    case 'newline_in_string':
      return ['引号没有配对', 'A quotation mark is not closed'];
    case 'reserved_identifier':
      return ['这是表达式语言的保留字，不能用作名称', 'This word is kept by the language and names nothing'];
    case 'invalid_macro_argument':
      return [
        '第一个参数应是变量名，如 exists(x, …)',
        'The first argument is the name of a variable, as in exists(x, …)',
      ];
    default:
      return ['表达式写法有误', 'The expression is not well formed'];
  }
};

const CODES: Record<string, string> = { limit_exceeded: 'too-complex', invalid_macro_argument: 'wrong-arguments' };

/** The parser's error as a problem; an unnamed one stays a general sentence, never the parser's English. */
export const parseProblem = (text: string, at: Parsed): Problem => {
  const [zh, en, suggestion] = worded(text, at);
  return problemAt(
    { from: Math.min(at.from, text.length), to: Math.min(Math.max(at.to, at.from), text.length) },
    { code: CODES[at.code ?? ''] ?? 'syntax', zh, en, suggestion },
  );
};
