import { LockOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '#contract/key.ts';
import { keyFor } from '../../settings/inputs/fresh-key.ts';
import { renameKey } from '../commands/rename.ts';
import { fieldAt, groupAt, keyOf, parentOf } from '../place.ts';
import { useForm, useHands, useSurroundings } from '../use-design.ts';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

/** Keys that were given out and say nothing. */
const NUMBERED = /^field_\d+$/;

/** The permanent name of a field. It may be chosen until it is published; then it stays for good. */
const KeyEditor = ({ path, field }: PropertyProps) => {
  const { t } = useTranslation();
  const id = useId();
  const form = useForm();
  const { edit } = useHands();
  const { published } = useSurroundings();
  const key = keyOf(path);
  const [typed, setTyped] = useState(key);
  const isLocked = published !== null && fieldAt(published, path) !== undefined;
  const siblings = Object.keys(groupAt(form, parentOf(path))?.properties ?? {});
  const fault = !Key.safeParse(typed).success
    ? t('form-designer.key-form')
    : typed !== key && siblings.includes(typed)
      ? t('form-designer.key-taken')
      : null;
  const rename = (to: string): void => {
    edit(null, (now) => renameKey(now, path, to), [[...parentOf(path), to].join('.')]);
  };
  const settle = (): void => {
    if (fault !== null) {
      setTyped(key);
      return;
    }
    if (typed !== key) rename(typed);
  };
  const proposed = keyFor(typeof field.title === 'string' ? field.title : '', 'field', siblings);
  const isProposed = !isLocked && typed === key && NUMBERED.test(key) && !NUMBERED.test(proposed);
  return (
    <div className="designer-labelled">
      <label htmlFor={id}>{t('form-designer.key')}</label>
      <Input
        id={id}
        value={typed}
        disabled={isLocked}
        status={fault === null ? '' : 'error'}
        suffix={isLocked ? <LockOutlined /> : <span />}
        aria-describedby={`${id}-said`}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
        onBlur={settle}
        onPressEnter={settle}
      />
      {isProposed ? (
        <Button
          type="link"
          size="small"
          onClick={() => {
            rename(proposed);
          }}
        >
          {t('form-designer.key-proposed', { key: proposed })}
        </Button>
      ) : null}
      <div id={`${id}-said`} className={fault === null ? 'quiet' : 'problem-error'}>
        {fault ?? t(isLocked ? 'form-designer.key-locked' : 'form-designer.key-help')}
      </div>
    </div>
  );
};

export const keyProperty: PropertyEntry = {
  name: 'key',
  section: 'basic',
  title: { 'zh-CN': '代号', en: 'Key' },
  keywords: [],
  Editor: KeyEditor,
  applies: (_, path) => path.length > 0,
};
