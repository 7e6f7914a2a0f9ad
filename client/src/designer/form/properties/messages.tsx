import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LocalText } from '#contract/text.ts';
import { isSection } from '../../../form/kind.ts';
import { withEntry } from '../keyword.ts';
import { LocalTextBox } from './inputs.tsx';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

/** Checks that can have words of their own, where the field makes them. */
const CHECKS = [
  'required',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'type',
  'oneOf',
  'x-checksum',
] as const;

const MessagesEditor = ({ id, field, change }: PropertyProps) => {
  const { t } = useTranslation();
  const messages = field['x-messages'] ?? {};
  const put = (check: string, message: LocalText | undefined, about: string | null): void => {
    change(about, (one) => {
      const next = withEntry(one['x-messages'] ?? {}, check, message);
      return withEntry(one, 'x-messages', Object.keys(next).length === 0 ? undefined : next);
    });
  };
  const words = (check: string): string => t(`form-designer.check.${check}`, { defaultValue: check });
  return (
    <fieldset className="designer-list">
      <legend>{t('form-designer.messages')}</legend>
      {Object.entries(messages).map(([check, message]) => (
        <div key={check} className="designer-list-item">
          <LocalTextBox
            label={words(check)}
            value={message}
            onChange={(next) => {
              put(check, next ?? '', `${id}:message.${check}`);
            }}
          />
          <Button
            size="small"
            type="text"
            danger
            icon={<DeleteOutlined />}
            aria-label={t('form-designer.message-remove', { check: words(check) })}
            onClick={() => {
              put(check, undefined, null);
            }}
          />
        </div>
      ))}
      <Select
        size="small"
        style={{ width: '100%' }}
        value={null}
        aria-label={t('form-designer.message-add')}
        placeholder={t('form-designer.message-add')}
        options={CHECKS.filter((check) => messages[check] === undefined).map((check) => ({
          value: check,
          label: words(check),
        }))}
        onChange={(check: string | null) => {
          if (check !== null) put(check, '', null);
        }}
      />
    </fieldset>
  );
};

export const messagesProperty: PropertyEntry = {
  name: 'messages',
  section: 'more',
  title: { 'zh-CN': '出错时的提示', en: 'Words when something is wrong' },
  keywords: ['x-messages'],
  Editor: MessagesEditor,
  applies: (field) => !isSection(field),
};
