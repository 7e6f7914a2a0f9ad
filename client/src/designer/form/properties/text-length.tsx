import { useTranslation } from 'react-i18next';
import { NumberBox } from './inputs.tsx';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

const TextLengthEditor = ({ field, set }: PropertyProps) => {
  const { t } = useTranslation();
  return (
    <div className="designer-pair">
      <NumberBox
        label={t('form-designer.min-length')}
        min={0}
        value={field.minLength}
        onChange={(value) => {
          set('minLength', value);
        }}
      />
      <NumberBox
        label={t('form-designer.max-length')}
        min={0}
        max={100_000}
        value={field.maxLength}
        onChange={(value) => {
          set('maxLength', value);
        }}
      />
    </div>
  );
};

export const textLengthProperty: PropertyEntry = {
  name: 'text-length',
  section: 'input',
  title: { 'zh-CN': '字数', en: 'Length' },
  keywords: ['minLength', 'maxLength'],
  Editor: TextLengthEditor,
};
