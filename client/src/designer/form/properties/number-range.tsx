import { useTranslation } from 'react-i18next';
import { NumberBox } from './inputs.tsx';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

const NumberRangeEditor = ({ field, set }: PropertyProps) => {
  const { t } = useTranslation();
  const whole = field.type === 'integer';
  return (
    <div className="designer-pair">
      <NumberBox
        label={t('form-designer.minimum')}
        whole={whole}
        value={field.minimum}
        onChange={(value) => {
          set('minimum', value);
        }}
      />
      <NumberBox
        label={t('form-designer.maximum')}
        whole={whole}
        value={field.maximum}
        onChange={(value) => {
          set('maximum', value);
        }}
      />
      <NumberBox
        label={t('form-designer.above')}
        whole={whole}
        value={field.exclusiveMinimum}
        onChange={(value) => {
          set('exclusiveMinimum', value);
        }}
      />
      <NumberBox
        label={t('form-designer.below')}
        whole={whole}
        value={field.exclusiveMaximum}
        onChange={(value) => {
          set('exclusiveMaximum', value);
        }}
      />
      <NumberBox
        label={t('form-designer.multiple-of')}
        whole={false}
        value={field.multipleOf}
        onChange={(value) => {
          set('multipleOf', value !== undefined && value > 0 ? value : undefined);
        }}
      />
    </div>
  );
};

export const numberRangeProperty: PropertyEntry = {
  name: 'number-range',
  section: 'input',
  title: { 'zh-CN': '大小范围', en: 'Range' },
  keywords: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  Editor: NumberRangeEditor,
};
