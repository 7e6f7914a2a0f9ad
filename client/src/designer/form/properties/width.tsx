import { useTranslation } from 'react-i18next';
import { isSection } from '../../../form/kind.ts';
import { isRosterField } from '../commands/fields.ts';
import { NumberBox } from './inputs.tsx';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

const WidthEditor = ({ field, set }: PropertyProps) => {
  const { t } = useTranslation();
  return (
    <NumberBox
      label={t('form-designer.width')}
      min={1}
      max={100}
      value={field['x-width']}
      onChange={(value) => {
        set('x-width', value);
      }}
    />
  );
};

export const widthProperty: PropertyEntry = {
  name: 'width',
  section: 'paper',
  title: { 'zh-CN': '列宽', en: 'Width' },
  hint: { 'zh-CN': '表格和打印时的列宽，按字数计', en: 'Of the column, on screen and paper, in characters' },
  keywords: ['x-width'],
  Editor: WidthEditor,
  applies: (field, path) => path.length > 1 && !isSection(field) && !isRosterField(field),
};
