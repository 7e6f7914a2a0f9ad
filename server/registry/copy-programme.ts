import type { Shift } from '../engine/shift-day.ts';
import { editYaml } from './edit-yaml.ts';
import { fileOfName } from './folder.ts';
import { type ShiftedDate, shiftDates } from './shift-dates.ts';
import type { DefinitionSource } from './source.ts';

/** A definition of a copied programme, and the dates in it. */
export interface Copied {
  source: DefinitionSource;
  dates: ShiftedDate[];
}

/** The definitions of a programme as those of another one, under its key and title, with their dates moved. */
export const copyProgramme = (
  sources: readonly DefinitionSource[],
  { key, title, shift }: { key: string; title: string; shift: Shift | null },
): Copied[] =>
  sources.map((source) => {
    const { text, dates } = shift === null ? { text: source.text, dates: [] } : shiftDates(source, shift);
    const isProgramme = source.name.kind === 'Programme';
    const name = { ...source.name, programme: key, key: isProgramme ? key : source.name.key };
    const renamed = isProgramme
      ? editYaml(text, [
          { path: ['key'], value: key },
          { path: ['title'], value: title },
        ])
      : text;
    return { source: { name, file: fileOfName(name), text: renamed }, dates };
  });
