import type { DefinitionName } from '../contract/key.ts';

/** One definition as text, wherever it comes from: a file, the database, an editor. `file` is what findings name. */
export interface DefinitionSource {
  name: DefinitionName;
  file: string;
  text: string;
}

/** The text without byte order mark and with line feeds only; what differs in nothing else is the same text. */
export const plainText = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

/** Identity of a definition across the installation. */
export const nameText = ({ programme, kind, key }: DefinitionName): string => `${programme ?? ''}/${kind}/${key}`;
