import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Path } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk } from '../desk-context.ts';
import { Property } from '../inputs/property.tsx';
import { keysAt } from '../names.ts';

const KEY = /^[a-z][a-z0-9_]{0,62}$/;

interface Props {
  path: Path;
  label: string;
  help?: string;
  one: string;
  fresh: () => unknown;
  children: (path: Path, key: string) => ReactNode;
}

/** Things under keys that their author chooses, and that stay. */
export const KeyedEntries = ({ path, label, help, one, fresh, children }: Props) => {
  const { t } = useTranslation();
  const { workflow, run, isBroken } = useDesk();
  const [typed, setTyped] = useState('');
  const keys = keysAt(workflow, path);
  const isFit = KEY.test(typed) && !keys.includes(typed);
  const add = (): void => {
    if (!isFit) return;
    run(setProperty([...path, typed], fresh()));
    setTyped('');
  };
  return (
    <Property path={path} label={label} help={help} isGroup>
      {keys.map((key) => (
        <fieldset className="entry" key={key}>
          <legend className="sr-only">{key}</legend>
          <div className="entry-tools">
            <code>{key}</code>
            <Button
              size="small"
              type="text"
              danger
              icon={<DeleteOutlined />}
              aria-label={t('workflow.remove', { name: key })}
              disabled={isBroken}
              onClick={() => {
                run(setProperty([...path, key], undefined));
              }}
            />
          </div>
          {children([...path, key], key)}
        </fieldset>
      ))}
      <Space.Compact className="wide">
        <Input
          size="small"
          className="code"
          aria-label={`${one} · ${t('workflow.key')}`}
          placeholder={t('workflow.key-example')}
          status={typed !== '' && !isFit ? 'error' : ''}
          disabled={isBroken}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
          }}
          onPressEnter={add}
        />
        <Button size="small" icon={<PlusOutlined />} disabled={isBroken || !isFit} onClick={add}>
          {t('workflow.add', { name: one })}
        </Button>
      </Space.Compact>
      {typed !== '' && !isFit ? <p className="property-help">{t('workflow.key-rule')}</p> : null}
    </Property>
  );
};
