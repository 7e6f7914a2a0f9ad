import { EditOutlined } from '@ant-design/icons';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { renameState } from '../commands/rename-state.ts';
import { useDesk } from '../desk-context.ts';
import { keysAt } from '../names.ts';

const KEY = /^[a-z][a-z0-9_]{0,62}$/;

/** Another key for a state, as long as it was never published. */
export const RenameStateButton = ({ state }: { state: string }) => {
  const { t } = useTranslation();
  const { workflow, run, isBroken } = useDesk();
  const [open, setOpen] = useState(false);
  const [key, setKey] = useState(state);
  const isFit = key === state || (KEY.test(key) && !keysAt(workflow, ['states']).includes(key));
  return (
    <>
      <Button
        size="small"
        type="text"
        icon={<EditOutlined />}
        aria-label={t('workflow.rename', { name: state })}
        disabled={isBroken}
        onClick={() => {
          setOpen(true);
        }}
      />
      <Modal
        open={open}
        title={t('workflow.rename', { name: state })}
        okText={t('confirm')}
        cancelText={t('cancel')}
        okButtonProps={{ disabled: !isFit }}
        onOk={() => {
          setOpen(false);
          if (key !== state) run(renameState(state, key));
        }}
        onCancel={() => {
          setOpen(false);
        }}
      >
        <p className="property-help">{isFit ? t('workflow.key-permanent') : t('workflow.key-rule')}</p>
        <Input
          className="code"
          aria-label={t('workflow.key')}
          value={key}
          onChange={({ target }) => {
            setKey(target.value);
          }}
        />
      </Modal>
    </>
  );
};
