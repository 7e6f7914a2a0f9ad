import { useTranslation } from 'react-i18next';
import { isSection } from '../../../form/kind.ts';
import { isRosterField } from '../commands/fields.ts';
import { LocalTextBox } from './inputs.tsx';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

const PlaceholderEditor = ({ field, set }: PropertyProps) => {
  const { t } = useTranslation();
  return (
    <LocalTextBox
      label={t('form-designer.placeholder')}
      value={field['x-placeholder']}
      onChange={(text) => {
        set('x-placeholder', text);
      }}
    />
  );
};

export const placeholderProperty: PropertyEntry = {
  name: 'placeholder',
  section: 'help',
  title: { 'zh-CN': '框内提示', en: 'Hint inside the box' },
  keywords: ['x-placeholder'],
  Editor: PlaceholderEditor,
  applies: (field) => !isSection(field) && !isRosterField(field) && field['x-computed'] === undefined,
};
