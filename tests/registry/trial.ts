import type { DefinitionKind } from '../../server/contract/key.ts';
import { fileOfName } from '../../server/registry/folder.ts';
import { type Parsed, parse } from '../../server/registry/parse.ts';
import type { DefinitionSource } from '../../server/registry/source.ts';

/** One text as a definition of the programme `trial`; its key is `trial` too, unless another is given. */
export const aSource = (kind: DefinitionKind, text: string, key = 'trial'): DefinitionSource => {
  const name = { programme: kind === 'Calendar' ? null : 'trial', kind, key };
  return { name, file: fileOfName(name), text };
};

export const parsed = (kind: DefinitionKind, text: string): Parsed => parse(aSource(kind, text));

/** What was found, as `line:column code` with the English sentence and what to write instead. */
export const told = ({ findings }: Parsed): string[] =>
  findings.map(
    ({ line, column, code, message, suggestion }) =>
      `${line}:${column} ${code}: ${message.en}${suggestion === undefined ? '' : ` → ${suggestion.en}`}`,
  );

/** A calendar with some text in place of its years. */
export const calendar = (years: string, more = ''): string =>
  `apiVersion: formflow/v1\nkind: Calendar\nkey: trial\ntitle: T\n${more}years:\n${years}`;
