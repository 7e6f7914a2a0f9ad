import type { Programme } from '../contract/definition/programme.ts';
import type { Finding } from '../contract/finding.ts';
import { didYouMean } from '../engine/expression-suggest.ts';
import type { OrganisationLine } from './organisations.ts';
import { say } from './place.ts';

interface Named {
  line: number;
  column: string;
  name: string;
  thing: readonly [zh: string, en: string];
  known: ReadonlySet<string>;
}

const namesOf = (organisations: readonly OrganisationLine[], programme: Programme): Named[] => {
  const kinds = new Set(Object.keys(programme.organisation_kinds));
  const relations = new Set(Object.keys(programme.relations ?? {}));
  const codes = new Set(organisations.map(({ code }) => code));
  return organisations.flatMap((organisation): Named[] => {
    const { line } = organisation;
    const parent = organisation.parent === null ? [] : [organisation.parent];
    return [
      ...organisation.kinds.map(({ kind }): Named => ({
        line,
        column: 'kinds',
        name: kind,
        thing: ['单位类别', 'kind of organisation'],
        known: kinds,
      })),
      ...parent.map((name): Named => ({ line, column: 'parent', name, thing: ['单位', 'organisation'], known: codes })),
      ...Object.entries(organisation.relations).flatMap(([name, others]): Named[] => [
        { line, column: 'relations', name, thing: ['单位关系', 'relation'], known: relations },
        ...others.map((other): Named => ({
          line,
          column: 'relations',
          name: other,
          thing: ['单位', 'organisation'],
          known: codes,
        })),
      ]),
    ];
  });
};

/** Kinds, relations and organisations that a list names and that neither the programme nor the list has. */
export const unknownOrganisationNames = (
  organisations: readonly OrganisationLine[],
  programme: Programme,
  file: string,
): Finding[] =>
  namesOf(organisations, programme)
    .filter(({ name, known }) => !known.has(name))
    .map(({ line, column, name, thing: [zh, en], known }) => {
      const meant = didYouMean(name, known);
      return {
        code: 'unknown-name',
        severity: 'error',
        file,
        line,
        column: 1,
        path: [line, column],
        message: say(`没有名为“${name}”的${zh}`, `There is no ${en} "${name}"`),
        ...(meant === undefined ? {} : { suggestion: say(`是否要写“${meant}”？`, `Did you mean "${meant}"?`) }),
      };
    });
