import { useTranslation } from 'react-i18next';
import { TextBox } from './inputs.tsx';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

const FixedTextEditor = ({ field, set }: PropertyProps) => {
  const { t } = useTranslation();
  return (
    <TextBox
      label={t('form-designer.fixed-text')}
      area
      value={field.description}
      onChange={(value) => {
        set('description', value?.slice(0, 2000));
      }}
    />
  );
};

export const fixedTextProperty: PropertyEntry = {
  name: 'fixed-text',
  section: 'basic',
  title: { 'zh-CN': '说明文字', en: 'Text' },
  keywords: ['description'],
  Editor: FixedTextEditor,
};
