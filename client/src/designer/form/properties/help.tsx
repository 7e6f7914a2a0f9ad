import { useTranslation } from 'react-i18next';
import { LocalTextBox } from './inputs.tsx';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

const HelpEditor = ({ field, set }: PropertyProps) => {
  const { t } = useTranslation();
  return (
    <LocalTextBox
      label={t('form-designer.help')}
      area
      value={field['x-help']}
      onChange={(text) => {
        set('x-help', text);
      }}
    />
  );
};

export const helpProperty: PropertyEntry = {
  name: 'help',
  section: 'help',
  title: { 'zh-CN': '填写说明', en: 'Help' },
  keywords: ['x-help'],
  Editor: HelpEditor,
};
