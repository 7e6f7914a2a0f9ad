import type { PublishedProgramme } from '../published-programmes.ts';

/** The kinds and relations that published programmes know; null where no programme is published and anything may come. */
export interface OrganisationWords {
  kinds: ReadonlySet<string>;
  relations: ReadonlySet<string>;
}

export const organisationWords = (
  programmes: readonly Pick<PublishedProgramme, 'definition'>[],
): OrganisationWords | null =>
  programmes.length === 0
    ? null
    : {
        kinds: new Set(programmes.flatMap(({ definition }) => Object.keys(definition.organisation_kinds))),
        relations: new Set(programmes.flatMap(({ definition }) => Object.keys(definition.relations ?? {}))),
      };

/** Keys of kinds by their titles in all languages, in lower case; a title that two kinds bear names neither. */
export const kindNames = (
  programmes: readonly Pick<PublishedProgramme, 'definition'>[],
): ReadonlyMap<string, string> => {
  const named = programmes.flatMap(({ definition }) =>
    Object.entries(definition.organisation_kinds).flatMap(([key, { title }]) =>
      (typeof title === 'string' ? [title] : Object.values(title)).map(
        (name) => [name.trim().toLowerCase(), key] as const,
      ),
    ),
  );
  const isClear = (name: string, key: string): boolean => named.every(([other, its]) => other !== name || its === key);
  return new Map(named.filter(([name, key]) => isClear(name, key)));
};
