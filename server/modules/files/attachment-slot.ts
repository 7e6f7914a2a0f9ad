import type { FileRule } from '../../contract/definition/field.ts';
import type { CellAddress } from '../../contract/wire/case.ts';
import { available } from '../../engine/available.ts';
import { findField, findRoster } from '../../engine/form/fields.ts';
import { isReached } from '../../engine/reach.ts';
import type { StoredCell } from '../cases/case-changes.ts';
import { rightsIn } from '../cases/case-view.ts';
import type { Seen } from '../cases/command.service.ts';
import { DomainError } from '../domain-error.ts';
import { ORIGINAL_RULE } from './file-rules.ts';

/** Where a file goes: a cell of the form (address), or the paper behind a proxy entry (null). */
export type Destination = CellAddress | null;

/** A place for a file that the person may fill, with the rule that the file must meet. */
export interface Slot {
  purpose: 'field' | 'original';
  cell: StoredCell | null;
  rule: FileRule;
}

const noSuchField = (): DomainError =>
  new DomainError('invalid', undefined, {
    issues: [{ pointer: '/address', message: { zh: '此处不能上传文件', en: 'No file can be put here' } }],
  });

const ruleOf = ({ running }: Seen, { field, roster, row }: CellAddress): FileRule => {
  const { form } = running.model;
  const rosterPath = roster === undefined ? [] : findRoster(form, roster)?.path;
  if (rosterPath === undefined || (roster === undefined) !== (row === undefined)) throw noSuchField();
  const rule = findField(form, [...rosterPath, ...field.split('.')])?.field['x-file'];
  if (rule === undefined) throw noSuchField();
  return rule;
};

/** The slot where the person may put a file now, or take one away; an error where there is none. */
export const slotFor = (seen: Seen, destination: Destination): Slot => {
  const { running, case: current, facts, now } = seen;
  const possible = available(running.model, current, facts, now);
  if (destination === null) {
    if (!possible.mayFillByProxy) throw new DomainError('not-allowed');
    return { purpose: 'original', cell: null, rule: ORIGINAL_RULE };
  }
  const rule = ruleOf(seen, destination);
  if (!isReached(rightsIn(seen, possible).write, destination)) throw new DomainError('not-allowed');
  const { field, roster, row } = destination;
  return { purpose: 'field', cell: { field, roster: roster ?? null, row: row ?? null }, rule };
};
