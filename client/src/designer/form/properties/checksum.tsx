import { useTranslation } from 'react-i18next';
import type { Checksum } from '#contract/definition/field.ts';
import { PickBox } from './inputs.tsx';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

/** Published check characters; others are written in the text of the field. */
const KNOWN: Record<string, Checksum> = {
  identity: { weights: [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2], mod: 11, alphabet: '10X98765432' },
  organisation: {
    weights: [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28],
    mod: 31,
    alphabet: '0YXWUTRQPNMLKJHGFEDCBA987654321',
  },
  bank: { weights: [2, 1], mod: 10, alphabet: '0987654321' },
};

const ChecksumEditor = ({ field, set }: PropertyProps) => {
  const { t } = useTranslation();
  const now = field['x-checksum'];
  const name = Object.keys(KNOWN).find((one) => JSON.stringify(KNOWN[one]) === JSON.stringify(now));
  const names = [...Object.keys(KNOWN), ...(now !== undefined && name === undefined ? ['own'] : [])];
  return (
    <PickBox
      label={t('form-designer.checksum')}
      value={now === undefined ? undefined : (name ?? 'own')}
      options={names.map((one) => ({ value: one, label: t(`form-designer.checksum.${one}`) }))}
      onChange={(chosen) => {
        set('x-checksum', chosen === undefined ? undefined : (KNOWN[chosen] ?? now));
      }}
    />
  );
};

export const checksumProperty: PropertyEntry = {
  name: 'checksum',
  section: 'more',
  title: { 'zh-CN': '校验位', en: 'Check character' },
  keywords: ['x-checksum'],
  Editor: ChecksumEditor,
};
