import { type Data, isRecord, rowId } from '../data.ts';
import type { Entry } from '../command.ts';
import type { Model } from '../model.ts';

/** Who stands in a contest: rows of a form, or the cases that a case gathered. */

/** The SHA-256 of every file that can be shown, by its id. */
export type PictureDigests = ReadonlyMap<string, string>;

export interface Contender {
  id: string;
  /** What its form, or row, holds. */
  fields: Data;
  /** As the rules of a ranking see it. */
  seen: Data;
  groupOf: (kind: string) => string;
}

/** A value of a form on a ballot. */
export const shown = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const ofRow = (row: Data): Contender => ({
  id: rowId(row),
  fields: row,
  seen: row,
  groupOf: (kind) => shown(row[kind]),
});

const ofEntry = ({ id, form, metrics, org }: Entry): Contender => ({
  id,
  fields: form,
  seen: { ...form, metrics, ...(org === null ? {} : { org }) },
  groupOf: (kind) => (kind === 'organisation' ? (org?.code ?? '') : shown(form[kind])),
});

/** Those whom `options` of a ballot names. */
export const contendersOf = (
  { workflow }: Model,
  options: string,
  { data, entries = [] }: { data: Data; entries?: readonly Entry[] },
): Contender[] => {
  if (workflow.gather?.as === options) return entries.map(ofEntry);
  const rows = data[options];
  return (Array.isArray(rows) ? rows : []).filter(isRecord).map(ofRow);
};

/** The digests of the pictures that a contender's field holds. */
export const picturesIn = ({ fields }: Contender, field: string, digests: PictureDigests): string[] => {
  const value = fields[field];
  return [value].flat().flatMap((id) => (typeof id === 'string' ? (digests.get(id) ?? []) : []));
};
