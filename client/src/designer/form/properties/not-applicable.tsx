import { useTranslation } from 'react-i18next';
import { TextBox } from './inputs.tsx';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

const NotApplicableEditor = ({ field, set }: PropertyProps) => {
  const { t } = useTranslation();
  return (
    <TextBox
      label={t('form-designer.not-applicable')}
      placeholder="—"
      value={field['x-na']}
      onChange={(value) => {
        set('x-na', value?.slice(0, 20));
      }}
    />
  );
};

export const notApplicableProperty: PropertyEntry = {
  name: 'not-applicable',
  section: 'more',
  title: { 'zh-CN': '“不适用”的写法', en: 'Mark for “not applicable”' },
  keywords: ['x-na'],
  Editor: NotApplicableEditor,
};
