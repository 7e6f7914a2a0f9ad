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
