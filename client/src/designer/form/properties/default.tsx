import { useTranslation } from 'react-i18next';
import type { Field } from '#contract/definition/field.ts';
import { titleIn } from '#engine/form/fields.ts';
import { kindOf } from '../../../form/kind.ts';
import { optionsOf } from '../commands/options.ts';
import { NumberBox, PickBox, TextBox } from './inputs.tsx';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

const TEXTS = ['org.title', 'org.code', 'org.level', 'user.name'];

const wordsFor = (field: Field): string[] => {
  const kind = kindOf(field);
  const own =
    kind === 'date'
      ? ['today']
      : kind === 'text' || kind === 'long-text'
        ? TEXTS
        : kind === 'organisation'
          ? ['org.code']
          : [];
  return [...own, 'previous'];
};

const FIXED = 'fixed';

/** A value of its own to begin with, by kind. */
const FixedValue = ({ field, set }: PropertyProps) => {
  const { t, i18n } = useTranslation();
  const value = field['x-default'];
  const label = t('form-designer.default-value');
  const kind = kindOf(field);
  if (kind === 'integer' || kind === 'decimal' || kind === 'money')
    return (
      <NumberBox
        label={label}
        whole={kind === 'integer'}
        value={typeof value === 'number' ? value : undefined}
        onChange={(next) => {
          set('x-default', next ?? 0);
        }}
      />
    );
  if (kind === 'boolean')
    return (
      <PickBox
        label={label}
        clear={false}
        value={value === true ? 'true' : 'false'}
        options={['true', 'false'].map((one) => ({ value: one, label: t(`form-designer.${one}`) }))}
        onChange={(next) => {
          set('x-default', next === 'true');
        }}
      />
    );
  const options = optionsOf(field);
  if (options.length > 0)
    return (
      <PickBox
        label={label}
        clear={false}
        value={JSON.stringify(value)}
        options={options.map((option) => ({
          value: JSON.stringify(option.const),
          label: titleIn(option, i18n.language),
        }))}
        onChange={(next) => {
          set('x-default', options.find((option) => JSON.stringify(option.const) === next)?.const);
        }}
      />
    );
  return (
    <TextBox
      label={label}
      value={typeof value === 'string' ? value : ''}
      onChange={(next) => {
        set('x-default', (next ?? '').slice(0, 200));
      }}
    />
  );
};

const firstOf = (field: Field): Field['x-default'] => {
  const kind = kindOf(field);
  if (kind === 'boolean') return false;
  if (kind === 'integer' || kind === 'decimal' || kind === 'money') return 0;
  return optionsOf(field)[0]?.const ?? '';
};

const DefaultEditor = (props: PropertyProps) => {
  const { t } = useTranslation();
  const { field, set } = props;
  const words = wordsFor(field);
  const value = field['x-default'];
  const chosen = value === undefined ? undefined : typeof value === 'string' && words.includes(value) ? value : FIXED;
  return (
    <>
      <PickBox
        label={t('form-designer.default')}
        value={chosen}
        options={[...words, FIXED].map((word) => ({ value: word, label: t(`form-designer.default.${word}`) }))}
        onChange={(word) => {
          set('x-default', word === FIXED ? firstOf(field) : word);
        }}
      />
      {chosen === FIXED ? <FixedValue {...props} /> : null}
    </>
  );
};

export const defaultProperty: PropertyEntry = {
  name: 'default',
  section: 'input',
  title: { 'zh-CN': '自动带出', en: 'Filled in at the start' },
  keywords: ['x-default'],
  Editor: DefaultEditor,
  applies: (field) => field['x-computed'] === undefined,
};
