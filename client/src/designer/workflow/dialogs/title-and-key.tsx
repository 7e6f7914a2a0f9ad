import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

const KEY = /^[a-z][a-z0-9_]{0,62}$/;

export const isKeyFit = (key: string, taken: readonly string[]): boolean => KEY.test(key) && !taken.includes(key);

interface TitleProps {
  id: string;
  label: string;
  value: string;
  isMissing: boolean;
  onChange: (title: string) => void;
}

/** The title that something new must have. */
export const TitleField = ({ id, label, value, isMissing, onChange }: TitleProps) => {
  const { t } = useTranslation();
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      required
      {...(isMissing ? { help: t('required'), validateStatus: 'error' as const } : {})}
    >
      <Input
        id={id}
        autoFocus
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
    </Form.Item>
  );
};

interface KeyProps {
  id: string;
  value: string;
  isFit: boolean;
  onChange: (key: string) => void;
}

/** The key of something new: offered, and changed by those who care. */
export const KeyField = ({ id, value, isFit, onChange }: KeyProps) => {
  const { t } = useTranslation();
  return (
    <Form.Item
      label={t('workflow.key')}
      htmlFor={id}
      help={t(isFit ? 'workflow.key-permanent' : 'workflow.key-rule')}
      {...(isFit ? {} : { validateStatus: 'error' as const })}
    >
      <Input
        id={id}
        className="code"
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
    </Form.Item>
  );
};
