import { useTranslation } from 'react-i18next';
import { isRosterField } from '../commands/fields.ts';
import { NumberBox } from './inputs.tsx';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

/** How many rows or choices; a roster always says its most. */
const ItemsCountEditor = ({ field, set }: PropertyProps) => {
  const { t } = useTranslation();
  const rows = isRosterField(field);
  return (
    <div className="designer-pair">
      <NumberBox
        label={t(rows ? 'form-designer.min-rows' : 'form-designer.min-choices')}
        min={0}
        max={20_000}
        value={field.minItems}
        onChange={(value) => {
          set('minItems', value);
        }}
      />
      <NumberBox
        label={t(rows ? 'form-designer.max-rows' : 'form-designer.max-choices')}
        min={1}
        max={20_000}
        value={field.maxItems}
        onChange={(value) => {
          set('maxItems', value);
        }}
      />
    </div>
  );
};

export const itemsCountProperty: PropertyEntry = {
  name: 'items-count',
  section: 'input',
  title: { 'zh-CN': '数量', en: 'How many' },
  keywords: ['minItems', 'maxItems', 'uniqueItems'],
  Editor: ItemsCountEditor,
};
