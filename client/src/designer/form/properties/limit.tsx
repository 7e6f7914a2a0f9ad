import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Field, Limit } from '#contract/definition/field.ts';
import { withEntry } from '../keyword.ts';
import { titleOf } from '../names.ts';
import { groupAt } from '../place.ts';
import { useForm } from '../use-design.ts';
import { Labelled, LocalTextBox, NumberBox } from './inputs.tsx';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

const limitsOf = (field: Field): Limit[] => [field['x-limit'] ?? []].flat();

/** One limit stands plainly, several as a list. */
const withLimits = (field: Field, limits: readonly Limit[]): Field =>
  withEntry(field, 'x-limit', limits.length === 0 ? undefined : limits.length === 1 ? limits[0] : limits);

/** Which rows may not repeat: the same values in some columns at most so many times. */
const LimitEditor = ({ id, path, field, change }: PropertyProps) => {
  const { t, i18n } = useTranslation();
  const form = useForm();
  const columns = Object.entries(groupAt(form, path)?.properties ?? {});
  const limits = limitsOf(field);
  const put = (index: number, limit: Limit, about: string | null): void => {
    change(about, (one) => withLimits(one, limitsOf(one).with(index, limit)));
  };
  return (
    <fieldset className="designer-list">
      <legend>{t('form-designer.limit')}</legend>
      {limits.map((limit, index) => (
        <div key={index} className="designer-list-item">
          <Labelled label={t('form-designer.limit-by')}>
            {(inputId) => (
              <Select
                id={inputId}
                mode="multiple"
                style={{ width: '100%' }}
                value={limit.by}
                options={columns.map(([key, column]) => ({ value: key, label: titleOf(column, key, i18n.language) }))}
                onChange={(by: string[]) => {
                  if (by.length > 0 && by.length <= 8) put(index, { ...limit, by }, null);
                }}
              />
            )}
          </Labelled>
          <NumberBox
            label={t('form-designer.limit-max')}
            min={1}
            max={10_000}
            value={limit.max}
            onChange={(max) => {
              if (max !== undefined) put(index, { ...limit, max }, `${id}:limit.${index}.max`);
            }}
          />
          <LocalTextBox
            label={t('form-designer.message')}
            value={limit.message}
            onChange={(message) => {
              put(index, withEntry(limit, 'message', message), `${id}:limit.${index}.message`);
            }}
          />
          <Button
            size="small"
            type="text"
            danger
            icon={<DeleteOutlined />}
            onClick={() => {
              change(null, (one) => withLimits(one, limitsOf(one).toSpliced(index, 1)));
            }}
          >
            {t('form-designer.remove')}
          </Button>
        </div>
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        disabled={columns.length === 0 || limits.length >= 10}
        onClick={() => {
          const [first] = columns;
          if (first !== undefined)
            change(null, (one) => withLimits(one, [...limitsOf(one), { by: [first[0]], max: 1 }]));
        }}
      >
        {t('form-designer.limit-add')}
      </Button>
    </fieldset>
  );
};

export const limitProperty: PropertyEntry = {
  name: 'limit',
  section: 'input',
  title: { 'zh-CN': '不得重复', en: 'No repetition' },
  keywords: ['x-limit'],
  Editor: LimitEditor,
};
