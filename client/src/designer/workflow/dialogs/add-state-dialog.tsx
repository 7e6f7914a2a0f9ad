import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addState } from '../commands/add-state.ts';
import { freshKey } from '../commands/fresh-key.ts';
import { useDesk } from '../desk-context.ts';
import { keysAt, stateChoices } from '../names.ts';

const KEY = /^[a-z][a-z0-9_]{0,62}$/;

/** A state that nothing leads to yet. */
export const AddStateDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const taken = keysAt(desk.workflow, ['states']);
  const [title, setTitle] = useState('');
  const [key, setKey] = useState(freshKey('state', taken));
  const [after, setAfter] = useState<string | null>(taken.at(-1) ?? null);
  const isKeyFit = KEY.test(key) && !taken.includes(key);
  const isReady = isKeyFit && title.trim() !== '';
  return (
    <Modal
      open
      title={t('workflow.add', { name: t('workflow.state') })}
      okText={t('confirm')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !isReady }}
      onOk={() => {
        const [locale = 'zh-CN', ...others] = desk.surroundings.locales;
        const words = others.length === 0 ? title.trim() : { [locale]: title.trim() };
        desk.run(addState({ key, title: words, after }));
        onClose();
      }}
      onCancel={onClose}
    >
      <p className="property-help">{t('workflow.add-state-help')}</p>
      <Form layout="vertical">
        <Form.Item label={t('workflow.title')} htmlFor="state-title" required>
          <Input
            id="state-title"
            autoFocus
            value={title}
            onChange={({ target }) => {
              setTitle(target.value);
            }}
          />
        </Form.Item>
        <Form.Item label={t('workflow.state-after')} htmlFor="state-after">
          <Select id="state-after" value={after} options={stateChoices(desk)} onChange={setAfter} />
        </Form.Item>
        <Form.Item
          label={t('workflow.key')}
          htmlFor="state-key"
          help={isKeyFit ? t('workflow.key-permanent') : t('workflow.key-rule')}
          {...(isKeyFit ? {} : { validateStatus: 'error' as const })}
        >
          <Input
            id="state-key"
            className="code"
            value={key}
            onChange={({ target }) => {
              setKey(target.value);
            }}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
};
