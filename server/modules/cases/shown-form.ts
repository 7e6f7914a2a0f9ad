import type { Form } from '../../contract/definition/form.ts';
import type { PrivacyKind } from '../../contract/definition/field.ts';
import type { CaseView, Reach } from '../../contract/wire/case.ts';
import { findField, titleIn } from '../../engine/form/fields.ts';
import { maskValue } from '../../engine/form/mask.ts';
import { type Orphan, splitOrphans } from '../../engine/migration/orphans.ts';
import { hasField, hasHeadCell } from '../../engine/reach.ts';
import type { FormVersion, Models } from '../models.ts';
import type { Seen } from './command.service.ts';
import { isWritten, presentData, sourceOf } from './facts.ts';
import { isMaskedFor } from './masking.ts';

/** The version of the form by which a case shows its data. */
export interface ShownForm extends FormVersion {
  /** Whether the data were written with a form that says something else. */
  hasChanged: boolean;
  /** Former versions, the newest first, where there are values that only they can name. */
  former: readonly Form[];
}

/** What was submitted is read by the form with which it was; what is being written, by the form that the case has now. */
export const shownFormOf = async (models: Models, seen: Seen): Promise<ShownForm> => {
  const { state, running } = seen;
  const source = sourceOf(state, running);
  const written = source === 'draft' ? state.draft?.formVersionId : state.latest?.formVersionId;
  const isRead = source === 'submission' && !isWritten(running, state.state);
  const form = await models.formOf(isRead ? (written ?? state.formVersionId) : state.formVersionId);
  const before = written === undefined || source === 'defaults' ? form : await models.formOf(written);
  const { orphans } = splitOrphans(form.form, presentData(state, running));
  return {
    ...form,
    hasChanged: before.contentHash !== form.contentHash,
    former: orphans.length === 0 ? [] : await models.formsBefore(form.id),
  };
};

interface Look {
  stored: Record<string, unknown>;
  read: Reach;
  language: string;
}

const HIDDEN: PrivacyKind = 'sensitive';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What the page tells where the form has moved on; null where it has not. */
export const formChangeIn = (
  seen: Seen,
  { form, hasChanged, former }: ShownForm,
  { stored, read, language }: Look,
): CaseView['formChange'] | null => {
  const isHidden = isMaskedFor(seen);
  const fields = new Map<string, { title: string; values: string[] }>();
  for (const orphan of splitOrphans(form, stored).orphans) {
    const field = orphan.path.join('.');
    if (!isReadable(read, orphan)) continue;
    const known = former.flatMap((one) => findField(one, orphan.path) ?? [])[0];
    // Whole rosters, and what no version can name, are not shown to whoever may not see everything.
    const privacy = known?.kind === 'field' ? known.field['x-pii'] : HIDDEN;
    const value = isHidden && privacy !== undefined ? maskValue(privacy, orphan.value) : textOf(orphan.value);
    const title = known === undefined ? '' : titleIn(known.field, language);
    const told = fields.get(field) ?? { title: title === '' ? field : title, values: [] };
    fields.set(field, { ...told, values: [...told.values, value] });
  }
  if (!hasChanged && fields.size === 0) return null;
  return { orphaned: [...fields].map(([field, { title, values }]) => ({ field, title, values })) };
};

const isReadable = (read: Reach, { path, row }: Orphan): boolean =>
  hasField(read, path.join('.')) || (row === null && hasHeadCell(read, path.join('.')));
