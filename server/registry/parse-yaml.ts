import {
  Composer,
  type Document,
  Lexer,
  type Pair,
  type ParsedNode,
  Parser,
  type Scalar,
  isAlias,
  isMap,
  isScalar,
  isSeq,
} from 'yaml';
import { duplicateKeyFault, inheritedKeyFault, isInherited, tooDeepFault, tooManyFault } from './key-check.ts';
import { LIMITS } from './limits.ts';
import { type Fault, type Path, type Places, say } from './place.ts';
import { yamlSentence, yamlSuggestion } from './yaml-words.ts';

/**
 * Reads the plain part of YAML 1.2: maps with text keys, lists, texts, numbers, true, false, null. Anchors, aliases, tags,
 * merge keys, directives and second documents are refused, and so is a number that another reader would take for another one.
 */

interface Walk {
  readonly places: Places;
  readonly faults: Fault[];
  nodes: number;
}

type Token = Parameters<Composer['next']>[0];

/** Depth and count are measured while the text is cut into tokens, so that nothing recursive ever sees a hostile text. */
const tokensOf = (text: string): { tokens: Token[] } | { fault: Fault } => {
  const parser = new Parser();
  const tokens: Token[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1;
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > LIMITS.depth + 2) return { fault: tooDeepFault([], parser.offset, LIMITS.depth) };
    if (lexemes > LIMITS.nodes * 12) return { fault: tooManyFault(parser.offset, LIMITS.nodes) };
  }
  tokens.push(...parser.end());
  return { tokens };
};

const startOf = (node: ParsedNode | null, otherwise: number): number => node?.range[0] ?? otherwise;

const JSON_NUMBER = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;

const numberFaults = (scalar: Scalar, path: Path, offset: number): Fault[] => {
  if (typeof scalar.value !== 'number') return [];
  const source = scalar.source ?? '';
  const isSafe =
    Number.isFinite(scalar.value) && (!Number.isInteger(scalar.value) || Number.isSafeInteger(scalar.value));
  if (JSON_NUMBER.test(source) && isSafe) return [];
  const [zh, en] = JSON_NUMBER.test(source)
    ? ['这个数字太大，无法精确保存', 'This number is too large to be kept exactly']
    : [`数字 ${source} 的写法有歧义`, `The number ${source} can be read in two ways`];
  const suggestion = say(
    `是文字请写 '${source}'，是数字请写十进制`,
    `Write '${source}' for a text, a plain decimal for a number`,
  );
  return [{ code: 'number-form', path, offset, message: say(zh, en), suggestion }];
};

const decorationFaults = (node: ParsedNode, path: Path, offset: number): Fault[] => {
  const faults: Fault[] = [];
  if (isAlias(node) || node.anchor !== undefined)
    faults.push({
      code: 'alias',
      path,
      offset,
      message: say('不能使用锚点（&）和别名（*）', 'Anchors (&) and aliases (*) are not used here'),
      suggestion: say(
        '请把内容写全；以 & 或 * 开头的文字请加引号',
        'Write it out; quote a text that begins with & or *',
      ),
    });
  if (node.tag !== undefined)
    faults.push({
      code: 'tag',
      path,
      offset,
      message: say(`不能使用标签 ${node.tag}`, `Tags (${node.tag}) are not used here`),
      suggestion: say('以 ! 开头的文字请加引号', 'Quote a text that begins with !'),
    });
  return faults;
};

/** The text of a key: `2024:` and `true:` are the texts "2024" and "true". */
const keyText = (key: ParsedNode | null): string | undefined =>
  isScalar(key) && key.tag === undefined ? (typeof key.value === 'string' ? key.value : key.source) : undefined;

const readPair = (
  walk: Walk,
  path: Path,
  pair: Pair<ParsedNode, ParsedNode | null>,
  into: Record<string, unknown>,
): void => {
  const offset = startOf(pair.key, 0);
  const key = keyText(pair.key);
  if (key === undefined || key === '') {
    walk.faults.push({ code: 'key-form', path, offset, message: say('键必须是一段文字', 'A key must be a text') });
    return;
  }
  walk.faults.push(...decorationFaults(pair.key, [...path, key], offset));
  const value = readNode(walk, [...path, key], pair.value, offset);
  if (key === '<<')
    walk.faults.push({
      code: 'merge-key',
      path: [...path, key],
      offset,
      message: say('不能使用合并键 <<', 'Merge keys (<<) are not used here'),
      suggestion: say('请把内容写全', 'Write the contents out'),
    });
  else if (isInherited(key)) walk.faults.push(inheritedKeyFault(path, key, offset));
  else if (Object.hasOwn(into, key)) walk.faults.push(duplicateKeyFault(path, key, offset));
  else into[key] = value;
};

const readNode = (walk: Walk, path: Path, node: ParsedNode | null, keyAt: number): unknown => {
  const offset = startOf(node, keyAt);
  walk.places.put(path, { key: keyAt, value: offset });
  walk.nodes += 1;
  if (node === null || walk.nodes > LIMITS.nodes) return null;
  walk.faults.push(...decorationFaults(node, path, offset));
  if (isScalar(node)) {
    walk.faults.push(...numberFaults(node, path, offset));
    return node.value;
  }
  if (isSeq(node)) {
    return node.items.map((item, index) => readNode(walk, [...path, index], item, startOf(item, offset)));
  }
  const object: Record<string, unknown> = {};
  if (isMap(node)) for (const pair of node.items) readPair(walk, path, pair, object);
  return object;
};

const syntaxFaults = (document: Document.Parsed): Fault[] =>
  document.errors.map(({ code, pos }) => ({
    code: 'syntax',
    path: [],
    offset: pos[0],
    message: yamlSentence(code),
    suggestion: yamlSuggestion(code),
  }));

const DIRECTIVE = /^%/m;

/** The value (undefined where the syntax is broken) and everything that is wrong. */
export const parseYaml = (text: string, places: Places): { value: unknown; faults: Fault[] } => {
  const cut = tokensOf(text);
  if ('fault' in cut) return { value: undefined, faults: [cut.fault] };
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const [document, second] = [...composer.compose(cut.tokens, true, text.length)];
  if (document === undefined) return { value: undefined, faults: [] };
  const faults = syntaxFaults(document);
  const directive = DIRECTIVE.exec(text);
  if (directive !== null && cut.tokens.some((token) => token.type === 'directive'))
    faults.push({ code: 'syntax', path: [], offset: directive.index, message: yamlSentence('BAD_DIRECTIVE') });
  if (second !== undefined)
    faults.push({ code: 'syntax', path: [], offset: second.range[0], message: yamlSentence('MULTIPLE_DOCS') });
  if (faults.length > 0) return { value: undefined, faults };
  const walk: Walk = { places, faults, nodes: 0 };
  const value = readNode(walk, [], document.contents, 0);
  if (walk.nodes > LIMITS.nodes) return { value: undefined, faults: [tooManyFault(0, LIMITS.nodes)] };
  return { value, faults };
};
