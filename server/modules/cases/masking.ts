import type { PrivacyKind } from '../../contract/definition/field.ts';
import type { Form } from '../../contract/definition/form.ts';
import type { Change } from '../../contract/wire/case.ts';
import { partsOf } from '../../engine/actor.ts';
import { valueAt } from '../../engine/form/address.ts';
import { withValue } from '../../engine/form/change-data.ts';
import { findField, findRoster } from '../../engine/form/fields.ts';
import { type Masked, mask, maskValue } from '../../engine/form/mask.ts';
import { submitters } from '../../engine/standing.ts';
import { type Identity, may } from '../identity.ts';
import type { Seen } from './command.service.ts';

/** Whether personal values are hidden from the person: from everybody but those who fill in this case as their own. */
export const isMaskedFor = ({ running: { model }, case: current, facts }: Seen): boolean => {
  const stood = submitters(model);
  const parts = partsOf(model, { case: current, person: facts.person, data: facts.data });
  const own = current.organisation?.id;
  return !parts.some(
    ({ actor, organisation }) => stood.includes(actor) && (own === undefined || organisation?.id === own),
  );
};

/** Whether the person may have hidden values shown, for a reason that is recorded. */
export const mayRevealTo = (who: Identity, { running: { model } }: Seen): boolean =>
  may(who, 'cases.review', model.programme.key) || may(who, 'exports.personal', model.programme.key);

/** Data as the person may see it, by the version of the form that they were written with. */
export const shown = (seen: Seen, data: Record<string, unknown>, form: Form): Masked =>
  isMaskedFor(seen) ? mask(form, data) : { data, masked: [] };

/** What is private in any of the versions is hidden. */
const privacyOf = (forms: readonly Form[], { roster, field }: Change['address']): PrivacyKind | undefined => {
  for (const form of forms) {
    const path = [...(roster === undefined ? [] : (findRoster(form, roster)?.path ?? [])), ...field.split('.')];
    const kind = findField(form, path)?.field['x-pii'];
    if (kind !== undefined) return kind;
  }
  return undefined;
};

/** A whole row that came or went, as a version of a form with only this row in it. */
const maskedRow = (form: Form, roster: string, row: unknown): unknown => {
  const path = findRoster(form, roster)?.path ?? [roster];
  if (row === null) return null;
  const { data } = mask(form, withValue({}, path, [row]));
  const rows = valueAt(data, path);
  return Array.isArray(rows) ? (rows[0] as unknown) : null;
};

const hidden = (kind: PrivacyKind, value: unknown): unknown => (value === null ? null : maskValue(kind, value));

/** The changes with every personal value masked; that a value changed stays to be seen. */
export const maskedChanges = (forms: readonly Form[], changes: readonly Change[]): Change[] =>
  changes.map((change) => {
    const { address, before, after } = change;
    if (change.kind === 'row-added' || change.kind === 'row-removed') {
      const roster = address.roster ?? address.field;
      const rowIn = (row: unknown): unknown => forms.reduce((kept, form) => maskedRow(form, roster, kept), row);
      return { ...change, before: rowIn(before), after: rowIn(after) };
    }
    const kind = privacyOf(forms, address);
    return kind === undefined ? change : { ...change, before: hidden(kind, before), after: hidden(kind, after) };
  });
