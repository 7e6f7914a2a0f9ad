import type { PrivacyKind } from '../../contract/definition/field.ts';
import type { Form } from '../../contract/definition/form.ts';
import { isNothing, rowId } from '../data.ts';
import type { Data } from '../data.ts';
import { pointer, rowsOf, valueAt } from './address.ts';
import type { Placement } from './change-data.ts';
import { withValues } from './change-data.ts';
import type { Placed } from './fields.ts';
import { allFields, findRoster } from './fields.ts';
import { isNotApplicable } from './not-applicable.ts';

/**
 * Personal values as they are shown to whoever may not see them whole. A mask keeps what helps to recognise a row and
 * never what identifies the person; what is too short to be cut is hidden altogether.
 */

const HIDDEN = '••••';
const STAR = '*';

/** The first `head` and last `tail` characters; everything hidden where that would leave less than half of the text covered. */
const cut = (text: string, head: number, tail: number): string => {
  const characters = Array.from(text);
  const covered = characters.length - head - tail;
  if (covered * 2 < characters.length) return HIDDEN;
  return (
    characters.slice(0, head).join('') + STAR.repeat(covered) + (tail === 0 ? '' : characters.slice(-tail).join(''))
  );
};

const maskName = (text: string): string => {
  const [first = ''] = Array.from(text.trim());
  return /\p{Script=Han}/u.test(first) ? `${first}${STAR}` : `${first}${STAR.repeat(3)}`;
};

const maskPhone = (text: string): string => {
  const digits = text.replace(/\D/g, '');
  return digits.length === 11 && digits === text ? `${text.slice(0, 3)}****${text.slice(-4)}` : cut(text, 0, 2);
};

/** The province and the year of birth would narrow a person down; the first three and last two digits do not. */
const maskIdNumber = (text: string): string => cut(text, 3, 2);

const maskAddress = (text: string): string => {
  const area = /^.{2,12}?(?:省|自治区|市|区|县)/u.exec(text)?.[0];
  return area === undefined || area.length * 2 > text.length ? HIDDEN : `${area}${HIDDEN}`;
};

const MASKS: Record<PrivacyKind, (text: string) => string> = {
  name: maskName,
  phone: maskPhone,
  id_number: maskIdNumber,
  address: maskAddress,
  sensitive: () => HIDDEN,
};

/** One value as it is shown masked. Numbers, dates, choices and lists are hidden whole. */
export const maskValue = (kind: PrivacyKind, value: unknown): string =>
  typeof value === 'string' ? MASKS[kind](value) : HIDDEN;

interface PrivateCell {
  kind: PrivacyKind;
  keys: readonly string[];
  value: unknown;
}

const cellsOf = (form: Form, data: Data, placed: Placed): PrivateCell[] => {
  const kind = placed.field['x-pii'];
  if (kind === undefined) return [];
  if (placed.roster === null) return [{ kind, keys: placed.path, value: valueAt(data, placed.path) }];
  const at = findRoster(form, placed.roster)?.path ?? [];
  const inside = placed.path.slice(at.length);
  return rowsOf(form, data, placed.roster).map((row, i) => ({
    kind,
    keys: [...at, String(i), ...inside],
    value: valueAt(row, inside),
  }));
};

/** The mark of `not applicable` tells nothing of anybody and stays. */
const privateCells = (form: Form, data: Data): PrivateCell[] =>
  allFields(form).flatMap((placed) =>
    cellsOf(form, data, placed).filter(({ value }) => !isNothing(value) && !isNotApplicable(placed.field, value)),
  );

export interface Masked {
  data: Data;
  /** Pointers of the cells that are shown masked. */
  masked: string[];
}

/** The data with every personal value masked. A mask is a text, whatever the field's type: it is to be shown, not stored. */
export const mask = (form: Form, data: Data): Masked => {
  const cells = privateCells(form, data);
  const masks = cells.map(({ kind, keys, value }): Placement => [keys, maskValue(kind, value)]);
  return { data: withValues(data, masks), masked: masks.map(([keys]) => pointer(...keys)) };
};

/** Where the same cell stands in the stored data: rows are found by id, for they may have moved. */
const storedValue = (form: Form, stored: Data, { sent, placed }: { sent: Data; placed: Placed }) => {
  if (placed.roster === null) return () => valueAt(stored, placed.path);
  const at = findRoster(form, placed.roster)?.path ?? [];
  const rows = new Map(rowsOf(form, stored, placed.roster).map((row) => [rowId(row), row]));
  const now = rowsOf(form, sent, placed.roster);
  return (keys: readonly string[]): unknown => {
    const row = rows.get(rowId(now[Number(keys[at.length])]));
    return row === undefined ? undefined : valueAt(row, placed.path.slice(at.length));
  };
};

/**
 * What is stored when somebody who saw masked values sends the form back: a cell that still shows its mask keeps the stored
 * value, anything else is what the person entered.
 */
export const unmaskedMerge = (form: Form, stored: Data, sent: Data): Data => {
  const kept = allFields(form).flatMap((placed) => {
    const storedAt = storedValue(form, stored, { sent, placed });
    return cellsOf(form, sent, placed).flatMap(({ kind, keys, value }): Placement[] => {
      const before = storedAt(keys);
      return !isNothing(before) && value === maskValue(kind, before) ? [[keys, before]] : [];
    });
  });
  return withValues(sent, kept);
};
