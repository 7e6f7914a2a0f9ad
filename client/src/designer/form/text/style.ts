/** How a file is laid out, so that what is added looks like what stands there. */
export interface Style {
  eol: string;
  unit: string;
  /** Small objects stand on one line. */
  compact: boolean;
}

const WIDEST = 120;

/** A file that says nothing of it has two spaces a level and every value on a line of its own. */
export const styleOf = (text: string): Style => ({
  eol: text.includes('\r\n') ? '\r\n' : '\n',
  unit: /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ',
  compact: /\{[^\n{}]*"[^\n{}]*\}/.test(text),
});

const inline = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${inline(inner)}`);
  return `{${members.join(', ')}}`;
};

const isSimple = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** Objects of a compact file and lists of plain values stand on one line where they fit. */
const mayBeInline = (value: object, { compact }: Style): boolean =>
  compact || (Array.isArray(value) && value.every(isSimple));

/** Text of a value that was not in the file before; `indent` is that of the line on which it begins, `column` where. */
export const freshText = (
  value: unknown,
  style: Style,
  { indent, column }: { indent: string; column: number },
): string => {
  if (isSimple(value)) return JSON.stringify(value);
  const whole = value as object;
  const entries = Object.entries(whole);
  if (entries.length === 0) return Array.isArray(whole) ? '[]' : '{}';
  const short = mayBeInline(whole, style) ? inline(whole) : null;
  if (short !== null && column + short.length <= WIDEST) return short;
  const inner = indent + style.unit;
  const lines = entries.map(([key, one]) => {
    const name = Array.isArray(whole) ? '' : `${JSON.stringify(key)}: `;
    return `${inner}${name}${freshText(one, style, { indent: inner, column: inner.length + name.length })}`;
  });
  const [open, close] = Array.isArray(whole) ? '[]' : '{}';
  return `${open ?? ''}${style.eol}${lines.join(`,${style.eol}`)}${style.eol}${indent}${close ?? ''}`;
};

/** Whether a line may go on to `length` characters. */
export const fits = (length: number): boolean => length <= WIDEST;
