import { DeleteOutlined } from '@ant-design/icons';
import { Alert, Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { removeState } from '../commands/remove-state.ts';
import { transitionsOf } from '../commands/transitions.ts';
import { useDesk } from '../desk-context.ts';
import { stateChoices, stateTitle } from '../names.ts';

/** Takes a state out and asks where what led to it leads instead. */
export const RemoveStateButton = ({ state }: { state: string }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const [open, setOpen] = useState(false);
  const others = stateChoices(desk).filter(({ value }) => value !== state);
  const leading = transitionsOf(desk.workflow).filter(({ from, to }) => to === state && from !== state);
  const next = transitionsOf(desk.workflow).find(({ from, to }) => from === state && to !== state)?.to;
  const [instead, setInstead] = useState<string | null>(next ?? null);
  return (
    <>
      <Button
        size="small"
        type="text"
        danger
        icon={<DeleteOutlined />}
        aria-label={t('workflow.remove', { name: stateTitle(desk, state) })}
        disabled={desk.isBroken || others.length === 0}
        onClick={() => {
          setOpen(true);
        }}
      />
      <Modal
        open={open}
        title={t('workflow.remove-state', { name: stateTitle(desk, state) })}
        okText={t('workflow.remove-word')}
        okButtonProps={{ danger: true }}
        cancelText={t('cancel')}
        onOk={() => {
          setOpen(false);
          desk.run(removeState(state, instead));
        }}
        onCancel={() => {
          setOpen(false);
        }}
      >
        {desk.published.has(state) ? <Alert type="info" showIcon title={t('workflow.remove-published')} /> : null}
        {leading.length === 0 ? null : (
          <>
            <p>{t('workflow.remove-leading', { count: leading.length })}</p>
            <Select
              className="wide"
              aria-label={t('workflow.remove-instead')}
              value={instead}
              options={others}
              onChange={setInstead}
            />
          </>
        )}
        <p className="property-help">{t('workflow.remove-undo')}</p>
      </Modal>
    </>
  );
};
