import { useTranslation } from 'react-i18next';
import type { Field } from '#contract/definition/field.ts';
import { withEntry } from '../keyword.ts';
import { PickBox, TextBox } from './inputs.tsx';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

/** Forms of text that are often asked for; everything else is written as a pattern. */
const COMMON: readonly { name: string; keywords: Pick<Field, 'format' | 'pattern'> }[] = [
  { name: 'phone', keywords: { pattern: '^[0-9+() -]{7,20}$' } },
  { name: 'mobile', keywords: { pattern: '^1[3-9][0-9]{9}$' } },
  { name: 'identity', keywords: { pattern: '^[0-9]{17}[0-9X]$' } },
  { name: 'postcode', keywords: { pattern: '^[0-9]{6}$' } },
  { name: 'digits', keywords: { pattern: '^[0-9]+$' } },
  { name: 'email', keywords: { format: 'email' } },
  { name: 'uri', keywords: { format: 'uri' } },
  { name: 'time', keywords: { format: 'time' } },
];

const nameOf = (field: Field): string => {
  if (field.format === undefined && field.pattern === undefined) return 'any';
  const found = COMMON.find(({ keywords }) => keywords.format === field.format && keywords.pattern === field.pattern);
  return found?.name ?? 'own';
};

const PatternEditor = ({ field, set, change }: PropertyProps) => {
  const { t } = useTranslation();
  const chosen = nameOf(field);
  const names = ['any', ...COMMON.map(({ name }) => name), 'own'];
  return (
    <>
      <PickBox
        label={t('form-designer.form-of-text')}
        clear={false}
        value={chosen}
        options={names.map((name) => ({ value: name, label: t(`form-designer.pattern.${name}`) }))}
        onChange={(name) => {
          const keywords = COMMON.find((one) => one.name === name)?.keywords;
          const pattern = name === 'own' ? (field.pattern ?? '^.*$') : keywords?.pattern;
          change(null, (one) => withEntry(withEntry(one, 'format', keywords?.format), 'pattern', pattern));
        }}
      />
      {chosen === 'own' ? (
        <TextBox
          label={t('form-designer.pattern')}
          value={field.pattern}
          onChange={(value) => {
            set('pattern', value);
          }}
        />
      ) : null}
    </>
  );
};

export const patternProperty: PropertyEntry = {
  name: 'pattern',
  section: 'input',
  title: { 'zh-CN': '格式', en: 'Form of the text' },
  keywords: ['pattern', 'format'],
  Editor: PatternEditor,
};
