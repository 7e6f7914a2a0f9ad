import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button, Checkbox, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Form, LayoutColumn } from '#contract/definition/form.ts';
import { textIn } from '#contract/text.ts';
import { rowFields } from '#engine/form/fields.ts';
import { withEntry } from './keyword.ts';
import { titleOf } from './names.ts';
import { useForm } from './use-design.ts';

type Layout = NonNullable<Form['x-layout']>;
type Detailed = Exclude<LayoutColumn, string>;

interface Props {
  layout: Layout;
  roster: string;
  onChange: (columns: LayoutColumn[] | undefined) => void;
}

const detailed = (column: LayoutColumn): Detailed => (typeof column === 'string' ? { field: column } : column);

/** A column that says nothing but its field is written as the field alone. */
const plain = (column: Detailed): LayoutColumn => {
  const { field, ...rest } = column;
  return field !== undefined && Object.keys(rest).length === 0 ? field : column;
};

/** Which columns are printed, in which order, how wide (in millimetres). */
export const PaperColumns = ({ layout, roster, onChange }: Props) => {
  const { t, i18n } = useTranslation();
  const form = useForm();
  const fields = rowFields(form, roster);
  const keys = fields.map(({ key }) => key);
  const columns: LayoutColumn[] = layout.columns ?? keys;
  const named = new Set(columns.flatMap((column) => detailed(column).field ?? []));
  const all = [...columns, ...(layout.columns === undefined ? [] : keys.filter((key) => !named.has(key)))];
  const titleFor = (column: Detailed): string => {
    const field = fields.find(({ key }) => key === column.field);
    const own = textIn(column.title, i18n.language);
    return own === '' && field !== undefined
      ? titleOf(field.field, field.key, i18n.language)
      : own || (column.template ?? '');
  };
  const put = (index: number, column: Detailed): void => {
    onChange(all.with(index, plain(column)));
  };
  const move = (index: number, by: -1 | 1): void => {
    const moved = all[index];
    if (moved !== undefined) onChange(all.toSpliced(index, 1).toSpliced(index + by, 0, moved));
  };
  return (
    <fieldset className="designer-list">
      <legend>{t('form-designer.paper-columns')}</legend>
      <ol className="paper-columns">
        {all.map((one, index) => {
          const column = detailed(one);
          const name = titleFor(column);
          return (
            <li key={`${column.field ?? column.template ?? name}${index}`}>
              <Checkbox
                checked={column.print !== false}
                onChange={({ target }) => {
                  put(index, withEntry(column, 'print', target.checked ? undefined : false));
                }}
              >
                {name}
              </Checkbox>
              <span className="paper-column-tools">
                <InputNumber
                  size="small"
                  min={1}
                  max={300}
                  precision={0}
                  placeholder="mm"
                  aria-label={t('form-designer.of', { what: t('form-designer.paper-width'), name })}
                  value={column.width ?? null}
                  onChange={(width) => {
                    put(index, withEntry(column, 'width', width ?? undefined));
                  }}
                />
                <Button
                  size="small"
                  type="text"
                  icon={<ArrowUpOutlined />}
                  disabled={index === 0}
                  aria-label={t('form-designer.of', { what: t('form-designer.move-up'), name })}
                  onClick={() => {
                    move(index, -1);
                  }}
                />
                <Button
                  size="small"
                  type="text"
                  icon={<ArrowDownOutlined />}
                  disabled={index === all.length - 1}
                  aria-label={t('form-designer.of', { what: t('form-designer.move-down'), name })}
                  onClick={() => {
                    move(index, 1);
                  }}
                />
              </span>
            </li>
          );
        })}
      </ol>
    </fieldset>
  );
};
