import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addEntry } from '../commands/add-entry.ts';
import { freshKey } from '../commands/fresh-key.ts';
import { useDesk } from '../desk-context.ts';
import { keysAt } from '../names.ts';

const KEY = /^[a-z][a-z0-9_]{0,62}$/;

interface Props {
  /** The map that it is added to. */
  map: 'actors' | 'deadlines';
  one: string;
  wished: string;
  fresh: () => unknown;
}

/** Adds an actor or a deadline under a key that stays. */
export const AddEntryButton = ({ map, one, wished, fresh }: Props) => {
  const { t } = useTranslation();
  const { workflow, run, isBroken } = useDesk();
  const taken = keysAt(workflow, [map]);
  const [key, setKey] = useState<string | null>(null);
  const isFit = key !== null && KEY.test(key) && !taken.includes(key);
  const add = (): void => {
    if (!isFit) return;
    run(addEntry([map], key, fresh()));
    setKey(null);
  };
  return (
    <>
      <Button
        size="small"
        type="text"
        icon={<PlusOutlined />}
        disabled={isBroken}
        aria-label={t('workflow.add', { name: one })}
        onClick={() => {
          setKey(freshKey(wished, taken));
        }}
      />
      <Modal
        open={key !== null}
        title={t('workflow.add', { name: one })}
        okText={t('confirm')}
        cancelText={t('cancel')}
        okButtonProps={{ disabled: !isFit }}
        onOk={add}
        onCancel={() => {
          setKey(null);
        }}
      >
        <label htmlFor={`new-${map}`}>{t('workflow.key')}</label>
        <p className="property-help">{isFit ? t('workflow.key-permanent') : t('workflow.key-rule')}</p>
        <Input
          id={`new-${map}`}
          className="code"
          value={key ?? ''}
          onChange={({ target }) => {
            setKey(target.value);
          }}
          onPressEnter={add}
        />
      </Modal>
    </>
  );
};
