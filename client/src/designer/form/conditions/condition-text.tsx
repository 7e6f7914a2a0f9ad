import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Conditional } from '#contract/definition/field.ts';

interface Props {
  conditional: Conditional;
  onChange: (conditional: Conditional, about: string | null) => void;
}

const read = (text: string): Conditional | null => {
  try {
    const value: unknown = JSON.parse(text);
    return Conditional.safeParse(value).success ? (value as Conditional) : null;
  } catch {
    return null;
  }
};

/** A condition as the file says it; taken over when it is right. */
export const ConditionText = ({ conditional, onChange }: Props) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed === null ? conditional : read(typed);
  return (
    <div className="designer-labelled">
      <Input.TextArea
        aria-label={t('form-designer.condition-text')}
        className="designer-mono"
        autoSize={{ minRows: 3, maxRows: 16 }}
        spellCheck={false}
        value={typed ?? JSON.stringify(conditional, null, 2)}
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
              if (value !== null) onChange(value, null);
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
