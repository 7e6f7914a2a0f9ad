import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isRecord, type Path, valueOf } from '../../yaml/read-yaml.ts';
import { block } from '../../yaml/write-yaml.ts';
import { useDesk, useProperty } from '../desk-context.ts';
import { Property } from '../inputs/property.tsx';

const written = (value: unknown): string => (isRecord(value) ? block(value, 0) : '');

/** Content of the form as plain lines (`field: value`); taken over when the place is left. */
export const DataProperty = ({ path, label, help }: { path: Path; label: string; help?: string }) => {
  const { t } = useTranslation();
  const { isBroken } = useDesk();
  const [value, set] = useProperty(path);
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && typed.trim() !== '' && valueOf(typed) === null;
  return (
    <Property path={path} label={label} help={help}>
      {(id) => (
        <>
          <Input.TextArea
            id={id}
            className="code"
            spellCheck={false}
            autoSize={{ minRows: 1, maxRows: 12 }}
            status={isWrong ? 'error' : ''}
            disabled={isBroken}
            value={typed ?? written(value)}
            onChange={({ target }) => {
              setTyped(target.value);
            }}
            onBlur={() => {
              if (typed === null || isWrong) return;
              set(typed.trim() === '' ? undefined : valueOf(typed));
              setTyped(null);
            }}
          />
          {isWrong ? <p className="finding finding-error">{t('scenario.data-wrong')}</p> : null}
        </>
      )}
    </Property>
  );
};
