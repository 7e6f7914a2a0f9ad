import { type Parsed, parse } from './parse.ts';
import { type DefinitionSource, nameText } from './source.ts';

/** Reads a definition; what was read before is not read again. */
export type Reader = (source: DefinitionSource) => Parsed;

/**
 * A reader that remembers, up to so many characters of text; what was asked for longest ago goes first. Reading is most of
 * what lint costs, and of a programme that is being edited one text changes at a time.
 */
export const rememberingReader = (mostCharacters: number): Reader => {
  const known = new Map<string, Parsed>();
  let characters = 0;
  return (source) => {
    const name = `${nameText(source.name)} ${source.file} ${source.text}`;
    const found = known.get(name);
    if (found !== undefined) {
      known.delete(name);
      known.set(name, found);
      return found;
    }
    const read = parse(source);
    known.set(name, read);
    characters += name.length;
    for (const oldest of known.keys()) {
      if (characters <= mostCharacters) break;
      known.delete(oldest);
      characters -= oldest.length;
    }
    return read;
  };
};
