import { useTranslation } from 'react-i18next';
import type { Field } from '#contract/definition/field.ts';
import { textIn } from '#contract/text.ts';
import { ExpressionBox } from '../rules/expression-box.tsx';
import { withEntry } from '../keyword.ts';
import { useSurroundings } from '../use-design.ts';
import { PickBox } from './inputs.tsx';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

const OWN = 'own';

/** A multiple choice has its list in its items. */
const holderOf = (field: Field): Field => (field.type === 'array' ? (field.items ?? {}) : field);

const withHolder = (field: Field, change: (holder: Field) => Field): Field =>
  field.type === 'array' ? withEntry(field, 'items', change(field.items ?? {})) : change(field);

const sourceOf = (field: Field): { table: string; where: string } | null => {
  const [first] = [holderOf(field)['x-options'] ?? []].flat();
  if (first === undefined) return null;
  return typeof first === 'string' ? { table: first, where: '' } : { table: first.table, where: first.where ?? '' };
};

const written = (table: string, where: string): Field['x-options'] => (where.trim() === '' ? table : { table, where });

/** Where the choices come from: a list of the form's own, or a table of the programme that is edited there. */
const OptionsTableEditor = ({ id, field, change }: PropertyProps) => {
  const { t, i18n } = useTranslation();
  const { programme } = useSurroundings();
  const source = sourceOf(field);
  const tables = Object.entries(programme?.tables ?? {}).map(([key, table]) => ({
    value: key,
    label: t('form-designer.options-of-table', { table: textIn(table.title, i18n.language) || key }),
  }));
  const known = source === null || tables.some(({ value }) => value === source.table);
  return (
    <>
      <PickBox
        label={t('form-designer.options-from')}
        clear={false}
        value={source?.table ?? OWN}
        options={[
          { value: OWN, label: t('form-designer.options-own') },
          ...tables,
          ...(known ? [] : [{ value: source.table, label: source.table }]),
        ]}
        onChange={(chosen) => {
          change(null, (one) =>
            withHolder(one, (holder) =>
              chosen === OWN || chosen === undefined
                ? withEntry(withEntry(holder, 'x-options', undefined), 'oneOf', [
                    { const: 1, title: t('form-designer.option-new', { n: 1 }) },
                  ])
                : withEntry(withEntry(withEntry(holder, 'oneOf', undefined), 'enum', undefined), 'x-options', chosen),
            ),
          );
        }}
      />
      {source === null ? null : (
        <ExpressionBox
          label={t('form-designer.options-where')}
          value={source.where}
          place={{ at: 'option', table: source.table }}
          expected={['bool']}
          onChange={(where) => {
            change(`${id}:options-where`, (one) =>
              withHolder(one, (holder) => withEntry(holder, 'x-options', written(source.table, where))),
            );
          }}
        />
      )}
    </>
  );
};

export const optionsTableProperty: PropertyEntry = {
  name: 'options-table',
  section: 'basic',
  title: { 'zh-CN': '选项来源', en: 'Where options come from' },
  keywords: ['x-options'],
  Editor: OptionsTableEditor,
};
