import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Field, Total } from '#contract/definition/field.ts';
import { orNothing, withEntry } from '../keyword.ts';
import { titleOf } from '../names.ts';
import { editGroup, groupAt, type FieldPath } from '../place.ts';
import { Labelled, PickBox } from '../properties/inputs.tsx';
import { useForm, useHands } from '../use-design.ts';

const withTotals = (group: Field, change: (totals: Total[]) => Total[]): Field =>
  withEntry(group, 'x-totals', orNothing(change(group['x-totals'] ?? [])));

const isNumber = (field: Field): boolean => field.type === 'integer' || field.type === 'number';

/** Which numbers add up to which: the message and the suspect cells follow by themselves. */
export const TotalsEditor = ({ group }: { group: FieldPath }) => {
  const { t, i18n } = useTranslation();
  const form = useForm();
  const { edit } = useHands();
  const holder = groupAt(form, group);
  const totals = holder?.['x-totals'] ?? [];
  const numbers = Object.entries(holder?.properties ?? {})
    .filter(([, field]) => isNumber(field))
    .map(([key, field]) => ({ value: key, label: titleOf(field, key, i18n.language) }));
  const change = (next: (totals: Total[]) => Total[]): void => {
    edit(null, (now) => editGroup(now, group, (one) => withTotals(one, next)));
  };
  return (
    <fieldset className="designer-list">
      <legend>{t('form-designer.totals')}</legend>
      {totals.map((total, index) => (
        <div key={index} className="designer-list-item">
          <PickBox
            label={t('form-designer.total')}
            clear={false}
            value={total.total}
            options={numbers}
            onChange={(key) => {
              if (key !== undefined) change((old) => old.with(index, { ...total, total: key }));
            }}
          />
          <PickBox
            label={t('form-designer.total-relation')}
            clear={false}
            value={total.relation ?? 'eq'}
            options={(['eq', 'ge'] as const).map((one) => ({ value: one, label: t(`form-designer.relation.${one}`) }))}
            onChange={(relation) => {
              change((old) => old.with(index, withEntry(total, 'relation', relation === 'eq' ? undefined : relation)));
            }}
          />
          <Labelled label={t('form-designer.total-parts')}>
            {(id) => (
              <Select
                id={id}
                mode="multiple"
                style={{ width: '100%' }}
                value={total.parts}
                options={numbers}
                onChange={(parts: string[]) => {
                  if (parts.length > 0) change((old) => old.with(index, { ...total, parts }));
                }}
              />
            )}
          </Labelled>
          <Button
            size="small"
            type="text"
            danger
            icon={<DeleteOutlined />}
            onClick={() => {
              change((old) => old.toSpliced(index, 1));
            }}
          >
            {t('form-designer.remove')}
          </Button>
        </div>
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        disabled={numbers.length < 2}
        onClick={() => {
          const [first, ...rest] = numbers.map(({ value }) => value);
          if (first !== undefined && rest.length > 0) change((old) => [...old, { total: first, parts: rest }]);
        }}
      >
        {t('form-designer.total-add')}
      </Button>
    </fieldset>
  );
};
