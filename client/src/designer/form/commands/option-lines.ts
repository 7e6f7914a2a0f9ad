import type { Option } from '#contract/definition/field.ts';
import { addOption, codeOf, nextCode, optionsOf } from './options.ts';
import type { Field } from '#contract/definition/field.ts';

/** Reads options as people write them down, one a line or parted by commas and spaces: `1=yes 2=no`, `1、yes`, or titles alone. */
export interface OptionLine {
  code: string | null;
  title: string;
}

const CODED = /^\s*([A-Za-z0-9]{1,20})\s*[=＝:：.、．]\s*(\S.*?)\s*$/;

const splitLine = (line: string): string[] => {
  const starts = [...line.matchAll(/(?:^|[\s,，;；、])([A-Za-z0-9]{1,20})\s*[=＝]\s*/g)];
  if (starts.length < 2) return [line];
  return starts.map((start, index) =>
    line
      .slice(start.index, starts[index + 1]?.index ?? line.length)
      .replace(/^[\s,，;；、]+/, '')
      .replace(/[\s,，;；、]+$/, ''),
  );
};

export const readOptionLines = (text: string): OptionLine[] =>
  text
    .split(/\r?\n/)
    .flatMap(splitLine)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, code, title] = CODED.exec(line) ?? [];
      return code !== undefined && title !== undefined ? { code, title } : { code: null, title: line };
    });

/** Adds what was written down; a code that is there already is passed over, a missing one is given. */
export const addOptionLines = (field: Field, lines: readonly OptionLine[]): Field =>
  lines.reduce((now, { code, title }) => {
    const options: readonly Option[] = optionsOf(now);
    const given = code === null ? nextCode(options) : codeOf(code, options);
    return addOption(now, { const: given, title });
  }, field);
