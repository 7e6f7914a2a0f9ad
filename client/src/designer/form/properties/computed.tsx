import { Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Field } from '#contract/definition/field.ts';
import { groupAt, parentOf } from '../place.ts';
import { ExpressionBox } from '../rules/expression-box.tsx';
import { placeOfGroup } from '../rules/place-of-group.ts';
import { useForm } from '../use-design.ts';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

type Is = 'int' | 'decimal' | 'bool' | 'date' | 'instant' | 'text';

const expectedOf = (field: Field): Is[] => {
  if (field.type === 'integer') return ['int'];
  if (field.type === 'number') return ['int', 'decimal'];
  if (field.type === 'boolean') return ['bool'];
  return field.format === 'date' ? ['date'] : field.format === 'date-time' ? ['instant'] : ['text'];
};

/** A first formula that is right by itself, so that nothing is broken before the person has written one. */
const START: Record<Is, string> = {
  int: '0',
  decimal: '0.0',
  bool: 'false',
  date: 'today',
  instant: 'now',
  text: "''",
};

/** A value that is worked out and cannot be typed. */
const ComputedEditor = ({ path, field, set }: PropertyProps) => {
  const { t } = useTranslation();
  const form = useForm();
  const formula = field['x-computed'];
  const expected = expectedOf(field);
  if (groupAt(form, parentOf(path)) === undefined) return null;
  return (
    <>
      <label className="designer-switch">
        <Switch
          checked={formula !== undefined}
          onChange={(computed) => {
            set('x-computed', computed ? START[expected[0] ?? 'text'] : undefined);
          }}
        />
        {t('form-designer.computed')}
      </label>
      {formula === undefined ? null : (
        <ExpressionBox
          label={t('form-designer.formula')}
          value={formula}
          place={placeOfGroup(form, parentOf(path))}
          expected={field.type === undefined ? undefined : expected}
          onChange={(text) => {
            set('x-computed', text);
          }}
        />
      )}
    </>
  );
};

export const computedProperty: PropertyEntry = {
  name: 'computed',
  section: 'input',
  title: { 'zh-CN': '自动计算', en: 'Worked out' },
  keywords: ['x-computed'],
  Editor: ComputedEditor,
};
