import { useTranslation } from 'react-i18next';
import { PickBox } from './inputs.tsx';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

const ChoiceLookEditor = ({ field, set }: PropertyProps) => {
  const { t } = useTranslation();
  return (
    <PickBox
      label={t('form-designer.choice-look')}
      value={field['x-widget']}
      options={(['radio', 'select'] as const).map((widget) => ({
        value: widget,
        label: t(`form-designer.choice-look.${widget}`),
      }))}
      onChange={(widget) => {
        set('x-widget', widget as 'radio' | 'select' | undefined);
      }}
    />
  );
};

export const choiceLookProperty: PropertyEntry = {
  name: 'choice-look',
  section: 'input',
  title: { 'zh-CN': '选项样式', en: 'Look of the choice' },
  keywords: ['x-widget'],
  Editor: ChoiceLookEditor,
  applies: (_, path) => path.length === 1,
};
