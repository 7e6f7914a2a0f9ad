import fc from 'fast-check';
import { jest } from '@jest/globals';
import type { Form } from '../../../server/contract/definition/form.ts';
import { withExample } from '../../../client/src/designer/form/commands/example.ts';
import {
  carriedOf,
  insertField,
  moveField,
  nextKey,
  nudgeField,
  pasteFields,
  removeField,
  setRequired,
} from '../../../client/src/designer/form/commands/fields.ts';
import { addOption, moveOption, removeOption } from '../../../client/src/designer/form/commands/options.ts';
import { askNoOther, askOther } from '../../../client/src/designer/form/commands/other.ts';
import { renameKey } from '../../../client/src/designer/form/commands/rename.ts';
import { withEntry } from '../../../client/src/designer/form/keyword.ts';
import { editField, fieldAt, groupAt, type FieldPath } from '../../../client/src/designer/form/place.ts';
import { allFields } from '../../../server/engine/form/fields.ts';
import { textIn } from '../../../server/contract/text.ts';
import { blankIcons } from './blank-icons.ts';

jest.unstable_mockModule('@ant-design/icons', blankIcons);
const { KINDS } = await import('../../../client/src/designer/form/kinds/registry.ts');

/** Somebody who designs without knowing what: any command of the form designer, anywhere, in any order. */

/** One step of somebody who designs: chosen by numbers, so that every run can be told again. */
export interface Step {
  what: number;
  where: number;
  other: number;
  word: string;
}

const pick = <One>(list: readonly One[], n: number): One | undefined => list[n % Math.max(list.length, 1)];

/** The form after a step; the same form where the step means nothing. */
export const taken = (form: Form, { what, where, other, word }: Step): Form => {
  const fields = allFields(form).map(({ path }): FieldPath => path);
  const groups: FieldPath[] = [[], ...fields.filter((path) => groupAt(form, path)?.properties !== undefined)];
  const path = pick(fields, where) ?? [];
  const group = pick(groups, other) ?? [];
  const kind = pick(KINDS, other);
  const field = fieldAt(form, path);
  const commands: (() => Form)[] = [
    () => {
      const made = withEntry(kind?.make((text) => textIn(text, 'en')) ?? {}, 'title', word);
      return insertField(
        form,
        { group, index: where },
        { key: nextKey(groupAt(form, group) ?? {}), field: made, required: where % 2 === 0 },
      );
    },
    () => removeField(form, path),
    () => moveField(form, path, { group, index: other }),
    () => nudgeField(form, path, other % 2 === 0 ? 1 : -1),
    () => renameKey(form, path, `k${String(other)}_${String(where)}`),
    () => setRequired(form, path, other % 2 === 0),
    () => editField(form, path, (one) => withEntry(one, 'title', word)),
    () => editField(form, path, (one) => withEntry(one, 'x-help', other % 2 === 0 ? word : undefined)),
    () => editField(form, path, (one) => addOption(one, { const: `o${String(other)}`, title: word })),
    () => editField(form, path, (one) => removeOption(one, other)),
    () => editField(form, path, (one) => moveOption(one, where % 3, other % 3)),
    () => askOther(form, path, 0, word),
    () => askNoOther(form, path, 0, () => false),
    () => withExample(form, path, word),
    () => {
      const carried = carriedOf(form, path);
      return carried === null ? form : pasteFields(form, { group, index: other }, [carried]).form;
    },
  ];
  // Only fields with choices have options to add to
  const isChoice = field?.oneOf !== undefined || field?.items?.oneOf !== undefined;
  const chosen = what % commands.length;
  return chosen === 8 && !isChoice ? form : (commands[chosen]?.() ?? form);
};

export const steps = fc.array(
  fc.record({ what: fc.nat(14), where: fc.nat(40), other: fc.nat(40), word: fc.string({ maxLength: 12 }) }),
  { minLength: 1, maxLength: 25 },
);
