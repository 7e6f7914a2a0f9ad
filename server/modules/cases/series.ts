import type { Day } from '../../engine/case.ts';
import type { Obligation, RegisteredOrganisation } from '../../engine/obligation.ts';
import type { ExistingCase, ListedOrganisation, NewCase } from './obligations.repository.ts';
import { organisationOn } from './organisation-facts.ts';

/** For whom and for when a case is; once a workflow. */
export const subjectKey = ({ organisation, period }: Obligation): string =>
  [organisation?.id ?? 'programme', ...(period === null ? [] : [period.key])].join('/');

/** As the rules take them; the kinds of those above are the ones of the day. */
export const registered = (listed: ListedOrganisation, day: Day): RegisteredOrganisation => {
  const { kinds, ...facts } = listed;
  return { ...facts, tags: kinds, ancestors: organisationOn(listed, day).ancestors };
};

/** What is owed and has no case. Who joins a workflow that has begun does not owe what was due by then. */
export const missingOf = (owed: readonly Obligation[], existing: readonly ExistingCase[]): Obligation[] => {
  const known = new Set(existing.map((one) => one.subjectKey));
  const isFirst = existing.length === 0;
  return owed.filter((one) => !known.has(subjectKey(one)) && (isFirst || !one.passed));
};

export const grouped = <One>(all: readonly One[], idOf: (one: One) => string | null): Map<string | null, One[]> => {
  const groups = new Map<string | null, One[]>();
  for (const one of all) groups.set(idOf(one), [...(groups.get(idOf(one)) ?? []), one]);
  return groups;
};

/** Whole series together, up to so many cases where they fit. */
export const chunksOf = (series: readonly NewCase[][], size: number): NewCase[][] => {
  const chunks: NewCase[][] = [];
  for (const cases of series) {
    const last = chunks.at(-1);
    if (last === undefined || last.length + cases.length > size) chunks.push([...cases]);
    else last.push(...cases);
  }
  return chunks;
};
