import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Field, FileRule } from '#contract/definition/field.ts';
import { type LocalText, textIn } from '#contract/text.ts';
import { withEntry } from '../keyword.ts';
import { Labelled, NumberBox, TextBox } from './inputs.tsx';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const TYPES: readonly [string, string][] = [
  ['image/jpeg', 'JPG'],
  ['image/png', 'PNG'],
  ['image/webp', 'WebP'],
  ['application/pdf', 'PDF'],
  [`${OFFICE}.wordprocessingml.document`, 'Word (docx)'],
  [`${OFFICE}.spreadsheetml.sheet`, 'Excel (xlsx)'],
  ['application/zip', 'ZIP'],
  ['video/mp4', 'MP4'],
];

const MEGABYTE = 1_048_576;
const FIRST: FileRule = { types: ['image/jpeg', 'image/png'], maxBytes: 10 * MEGABYTE, maxCount: 9 };

/** Types, size and number of files. A list of files holds as many as the rule allows. */
const withRule = (field: Field, change: (rule: FileRule) => FileRule): Field => {
  const rule = change(field['x-file'] ?? FIRST);
  const ruled = withEntry(field, 'x-file', rule);
  return field.type === 'array' ? withEntry(ruled, 'maxItems', rule.maxCount) : ruled;
};

const withPixels = (rule: FileRule, end: 'min' | 'max', value: number | undefined): FileRule => {
  const pixels = withEntry(rule.pixels ?? {}, end, value);
  return withEntry(rule, 'pixels', Object.keys(pixels).length === 0 ? undefined : pixels);
};

const FileRuleEditor = ({ id, field, change }: PropertyProps) => {
  const { t, i18n } = useTranslation();
  const withText = (old: FileRule, text: string): LocalText =>
    typeof old.declare === 'object' ? { ...old.declare, [i18n.language]: text } : text;
  const rule = field['x-file'] ?? FIRST;
  const known = new Set(TYPES.map(([type]) => type));
  const others = rule.types.filter((type) => !known.has(type)).map((type): [string, string] => [type, type]);
  const put = (about: string, next: (rule: FileRule) => FileRule): void => {
    change(`${id}:file.${about}`, (one) => withRule(one, next));
  };
  return (
    <>
      <Labelled label={t('form-designer.file-types')}>
        {(inputId) => (
          <Select
            id={inputId}
            mode="multiple"
            style={{ width: '100%' }}
            value={rule.types}
            options={[...TYPES, ...others].map(([value, label]) => ({ value, label }))}
            onChange={(types: string[]) => {
              if (types.length > 0) put('types', (old) => ({ ...old, types }));
            }}
          />
        )}
      </Labelled>
      <div className="designer-pair">
        <NumberBox
          label={t('form-designer.file-size')}
          min={0.1}
          max={190}
          whole={false}
          suffix="MB"
          value={Math.round((rule.maxBytes / MEGABYTE) * 100) / 100}
          onChange={(size) => {
            if (size !== undefined) put('size', (old) => ({ ...old, maxBytes: Math.round(size * MEGABYTE) }));
          }}
        />
        <NumberBox
          label={t('form-designer.file-count')}
          min={1}
          max={100}
          value={rule.maxCount}
          onChange={(count) => {
            if (count !== undefined) put('count', (old) => ({ ...old, maxCount: count }));
          }}
        />
        <NumberBox
          label={t('form-designer.file-pixels')}
          min={1}
          value={rule.pixels?.min}
          onChange={(min) => {
            put('pixels', (old) => withPixels(old, 'min', min));
          }}
        />
      </div>
      <TextBox
        label={t('form-designer.file-name')}
        placeholder="{org.title}"
        value={rule.name}
        onChange={(name) => {
          put('name', (old) => withEntry(old, 'name', name));
        }}
      />
      <TextBox
        label={t('form-designer.file-declare')}
        value={rule.declare === undefined ? undefined : textIn(rule.declare, i18n.language)}
        onChange={(text) => {
          put('declare', (old) => withEntry(old, 'declare', text === undefined ? undefined : withText(old, text)));
        }}
      />
    </>
  );
};

export const fileRuleProperty: PropertyEntry = {
  name: 'file-rule',
  section: 'input',
  title: { 'zh-CN': '附件要求', en: 'Files' },
  hint: {
    'zh-CN': '文件名可用 {org.title}、{row.栏目代号} 等，只用于系统保存和打包，不检查上传者的文件名。',
    en: 'The name may contain {org.title}, {row.key}; it names what is stored and packed, not what is uploaded.',
  },
  keywords: ['x-file'],
  Editor: FileRuleEditor,
};
