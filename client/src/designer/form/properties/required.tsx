import { Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { isSection, kindOf } from '../../../form/kind.ts';
import { isRequired, setRequired } from '../commands/fields.ts';
import { useForm, useHands } from '../use-design.ts';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

const RequiredEditor = ({ path }: PropertyProps) => {
  const { t } = useTranslation();
  const form = useForm();
  const { edit } = useHands();
  return (
    <label className="designer-switch">
      <Switch
        checked={isRequired(form, path)}
        onChange={(required) => {
          edit(null, (now) => setRequired(now, path, required));
        }}
      />
      {t('form-designer.required')}
    </label>
  );
};

export const requiredProperty: PropertyEntry = {
  name: 'required',
  section: 'basic',
  title: { 'zh-CN': '必填', en: 'Required' },
  keywords: ['required'],
  Editor: RequiredEditor,
  applies: (field, path) =>
    path.length > 0 && !isSection(field) && kindOf(field) !== 'fixed' && field['x-computed'] === undefined,
};
