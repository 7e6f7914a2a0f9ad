import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setProperty } from '../../workflow/commands/set-property.ts';
import { useDesk, useProperty } from '../../workflow/desk-context.ts';
import { Property } from '../../workflow/inputs/property.tsx';
import { keysAt } from '../../workflow/names.ts';
import type { Path } from '../../yaml/read-yaml.ts';
import { isKey } from '../inputs/fresh-key.ts';
import { PlainTextProperty } from '../inputs/plain-text.tsx';

const PATH = ['money'] as const;

/** An amount, or a text where it was written as one. */
const AmountProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const { isBroken, run } = useDesk();
  const [value, set] = useProperty(path);
  const name = String(path.at(-1));
  return (
    <Property path={path} label={name}>
      {(id) => (
        <Space.Compact>
          {typeof value === 'string' ? (
            <Input
              id={id}
              disabled={isBroken}
              value={value}
              onChange={({ target }) => {
                set(target.value);
              }}
            />
          ) : (
            <InputNumber
              id={id}
              disabled={isBroken}
              value={typeof value === 'number' ? value : null}
              onChange={(next) => {
                if (next !== null) set(next);
              }}
            />
          )}
          <Button
            danger
            icon={<DeleteOutlined />}
            aria-label={t('settings.remove', { name })}
            disabled={isBroken}
            onClick={() => {
              run(setProperty(path, undefined));
            }}
          />
        </Space.Compact>
      )}
    </Property>
  );
};

/** Currency, source and named amounts; `programme.money.<name>` in expressions. */
export const MoneyPart = () => {
  const { t } = useTranslation();
  const { workflow, run, isBroken } = useDesk();
  const [typed, setTyped] = useState('');
  const names = keysAt(workflow, PATH).filter((name) => name !== 'currency' && name !== 'source');
  const isFit = isKey(typed) && !names.includes(typed) && typed !== 'currency' && typed !== 'source';
  const add = (): void => {
    if (!isFit) return;
    const money = keysAt(workflow, PATH).includes('currency') ? null : { currency: 'CNY', [typed]: 0 };
    run(money === null ? setProperty([...PATH, typed], 0) : setProperty(PATH, money));
    setTyped('');
  };
  return (
    <Property path={PATH} label={t('settings.money')} help={t('settings.money-help')} isGroup>
      <div className="settings-pair">
        <PlainTextProperty
          path={[...PATH, 'currency']}
          label={t('settings.currency')}
          help={t('settings.currency-help')}
          placeholder="CNY"
        />
        <PlainTextProperty path={[...PATH, 'source']} label={t('settings.money-source')} />
      </div>
      {names.map((name) => (
        <AmountProperty key={name} path={[...PATH, name]} />
      ))}
      <Space.Compact>
        <Input
          className="code"
          aria-label={t('settings.new-amount')}
          placeholder={t('settings.new-amount')}
          disabled={isBroken}
          value={typed}
          status={typed !== '' && !isFit ? 'error' : ''}
          onChange={({ target }) => {
            setTyped(target.value);
          }}
          onPressEnter={add}
        />
        <Button icon={<PlusOutlined />} disabled={isBroken || !isFit} onClick={add}>
          {t('settings.add', { one: t('settings.amount') })}
        </Button>
      </Space.Compact>
    </Property>
  );
};
