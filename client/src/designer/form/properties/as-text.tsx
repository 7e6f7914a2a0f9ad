import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '#contract/definition/field.ts';
import { newText } from '../text/write-over.ts';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

/** The field as it stands in the file, for words that are rarely needed. Taken over only when it is right. */
const AsTextEditor = ({ field, change }: PropertyProps) => {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const read = (text: string): Field | null => {
    try {
      const value: unknown = JSON.parse(text);
      return Field.safeParse(value).success ? (value as Field) : null;
    } catch {
      return null;
    }
  };
  const value = typed === null ? field : read(typed);
  return (
    <div className="designer-labelled">
      <label htmlFor={id}>{t('form-designer.as-text')}</label>
      <Input.TextArea
        id={id}
        className="designer-mono"
        autoSize={{ minRows: 3, maxRows: 16 }}
        spellCheck={false}
        value={typed ?? newText(field).trimEnd()}
        status={value === null ? 'error' : ''}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
      {value === null ? <div className="problem-error">{t('form-designer.as-text-wrong')}</div> : null}
      {typed === null ? null : (
        <div className="designer-buttons">
          <Button
            size="small"
            type="primary"
            disabled={value === null}
            onClick={() => {
              if (value !== null) change(null, () => value);
              setTyped(null);
            }}
          >
            {t('form-designer.take-over')}
          </Button>
          <Button
            size="small"
            onClick={() => {
              setTyped(null);
            }}
          >
            {t('form-designer.undo-typing')}
          </Button>
        </div>
      )}
    </div>
  );
};

export const asTextProperty: PropertyEntry = {
  name: 'as-text',
  section: 'more',
  title: { 'zh-CN': '文本', en: 'As text' },
  keywords: ['x-ref', 'x-other', '$ref', 'const'],
  Editor: AsTextEditor,
  applies: (_, path) => path.length > 0,
};
