import { useTranslation } from 'react-i18next';
import { PRIVACY_KINDS, type PrivacyKind } from '#contract/definition/field.ts';
import { isSection, kindOf } from '../../../form/kind.ts';
import { isRosterField } from '../commands/fields.ts';
import { PickBox } from './inputs.tsx';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

const PrivacyEditor = ({ field, set }: PropertyProps) => {
  const { t } = useTranslation();
  return (
    <PickBox
      label={t('form-designer.privacy')}
      value={field['x-pii']}
      options={PRIVACY_KINDS.map((kind) => ({ value: kind, label: t(`form-designer.privacy.${kind}`) }))}
      onChange={(kind) => {
        set('x-pii', kind as PrivacyKind | undefined);
      }}
    />
  );
};

export const privacyProperty: PropertyEntry = {
  name: 'privacy',
  section: 'guard',
  title: { 'zh-CN': '个人信息', en: 'Personal data' },
  hint: {
    'zh-CN': '标明后，名单、日志和导出中自动遮盖，查看须说明理由并留痕。',
    en: 'Masked in lists, logs and exports; looking at it takes a reason and is recorded.',
  },
  keywords: ['x-pii'],
  Editor: PrivacyEditor,
  applies: (field) => !isSection(field) && !isRosterField(field) && kindOf(field) !== 'fixed',
};
