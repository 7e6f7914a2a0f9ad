import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Popconfirm, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { at, type Path } from '../../yaml/read-yaml.ts';
import { addEntry } from '../../workflow/commands/add-entry.ts';
import { removeKeyed } from '../commands/remove-keyed.ts';
import { useDesk } from '../../workflow/desk-context.ts';
import { Property } from '../../workflow/inputs/property.tsx';
import { keysAt, titleOf } from '../../workflow/names.ts';
import { useIsPublished } from '../published-context.ts';
import { isKey, keyFor } from './fresh-key.ts';

interface Props {
  path: Path;
  label: string;
  help?: string;
  /** What one is called: "add a role". */
  one: string;
  /** Of keys for titles that give none: `role_1`. */
  stem: string;
  fresh: (title: string) => unknown;
  children: (path: Path, key: string) => ReactNode;
}

/** A new one: people give it a title; the key follows from it and can be chosen while it is new. */
const NewEntry = ({ path, one, stem, fresh }: Omit<Props, 'label' | 'help' | 'children'>) => {
  const { t } = useTranslation();
  const { workflow, run, isBroken } = useDesk();
  const [title, setTitle] = useState('');
  const [typed, setTyped] = useState<string | null>(null);
  const taken = keysAt(workflow, path);
  const key = typed ?? (title.trim() === '' ? '' : keyFor(title, stem, taken));
  const isFit = isKey(key) && !taken.includes(key) && title.trim() !== '';
  const add = (): void => {
    if (!isFit) return;
    run(addEntry(path, key, fresh(title.trim())));
    setTitle('');
    setTyped(null);
  };
  return (
    <div className="new-entry">
      <Space.Compact className="wide">
        <Input
          aria-label={t('settings.new-title', { one })}
          placeholder={t('settings.new-title', { one })}
          disabled={isBroken}
          value={title}
          onChange={({ target }) => {
            setTitle(target.value);
          }}
          onPressEnter={add}
        />
        <Input
          className="code"
          aria-label={t('settings.new-key', { one })}
          placeholder={t('settings.key')}
          disabled={isBroken}
          status={key !== '' && (!isKey(key) || taken.includes(key)) ? 'error' : ''}
          value={key}
          onChange={({ target }) => {
            setTyped(target.value);
          }}
          onPressEnter={add}
        />
        <Button icon={<PlusOutlined />} disabled={isBroken || !isFit} onClick={add}>
          {t('settings.add', { one })}
        </Button>
      </Space.Compact>
      {key !== '' && !isKey(key) ? <p className="property-help">{t('settings.key-rule')}</p> : null}
      {taken.includes(key) ? <p className="property-help">{t('settings.key-taken')}</p> : null}
    </div>
  );
};

/** Things with a title under a key of their own. A key that was published stays; taking such a thing away is asked twice. */
export const TitledEntries = ({ path, label, help, one, stem, fresh, children }: Props) => {
  const { t } = useTranslation();
  const { workflow, run, isBroken, language } = useDesk();
  const isPublished = useIsPublished();
  return (
    <Property path={path} label={label} help={help} isGroup>
      {keysAt(workflow, path).map((key) => {
        const own = [...path, key];
        const title = titleOf(at(workflow, [...own, 'title']), language, key);
        const remove = (): void => {
          run(removeKeyed(own));
        };
        const button = (
          <Button
            size="small"
            type="text"
            danger
            icon={<DeleteOutlined />}
            aria-label={t('settings.remove', { name: title })}
            disabled={isBroken}
            {...(isPublished(own) ? {} : { onClick: remove })}
          />
        );
        return (
          <fieldset className="entry" key={key}>
            <legend className="sr-only">{title}</legend>
            <div className="entry-tools">
              <strong>{title}</strong>
              <code className="quiet">{key}</code>
              {isPublished(own) ? (
                <Popconfirm title={t('settings.remove-published', { name: title })} onConfirm={remove}>
                  {button}
                </Popconfirm>
              ) : (
                button
              )}
            </div>
            {children(own, key)}
          </fieldset>
        );
      })}
      <NewEntry path={path} one={one} stem={stem} fresh={fresh} />
    </Property>
  );
};
