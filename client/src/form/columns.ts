import type { Field } from '#contract/definition/field.ts';
import { textIn } from '#contract/text.ts';
import type { CellKind, GridColumn } from '../grid/column.ts';
import type { FormContext } from './form-context.ts';
import { kindOf, type InputKind } from './kind.ts';

/** How the grid draws each kind; only what it names differently is listed. */
const CELL_KINDS: Partial<Record<InputKind, CellKind>> = {
  money: 'decimal',
  organisation: 'choice',
  'date-time': 'text',
};

const cellKind = (kind: InputKind): CellKind => CELL_KINDS[kind] ?? (kind as CellKind);

const PIXELS_PER_UNIT = 9;

const asMoney = (locale: string) => {
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 });
  return (value: unknown): string =>
    typeof value === 'number' ? format.format(value) : typeof value === 'string' ? value : '';
};

const present = (text: string): string | undefined => (text === '' ? undefined : text);

/** The columns of a roster, from its row schema. */
export const columnsOf = (
  roster: string,
  items: Field,
  context: Pick<FormContext, 'locale' | 'masked' | 'choices'>,
): GridColumn[] =>
  Object.entries(items.properties ?? {}).map(([key, field]) => {
    const kind = kindOf(field);
    return {
      key,
      title: textIn(field.title, context.locale),
      kind: cellKind(kind),
      options: kind === 'choice' || kind === 'choices' || kind === 'organisation' ? context.choices(field) : undefined,
      width: field['x-width'] === undefined ? undefined : field['x-width'] * PIXELS_PER_UNIT,
      required: items.required?.includes(key) ?? false,
      readOnly: field['x-computed'] !== undefined,
      masked: context.masked.has(`/${roster}/*/${key}`),
      placeholder: present(textIn(field['x-placeholder'], context.locale)),
      help: present(textIn(field['x-help'], context.locale)),
      format: kind === 'money' ? asMoney(context.locale) : undefined,
    };
  });
