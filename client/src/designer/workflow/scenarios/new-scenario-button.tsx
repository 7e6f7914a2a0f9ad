import { PlusOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scenario } from '#contract/definition/scenario.ts';
import { saveDraft } from '../../../api/designs.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { at } from '../../yaml/read-yaml.ts';
import { freshKey } from '../commands/fresh-key.ts';
import { useDesk } from '../desk-context.ts';
import { keysAt, wordsAt } from '../names.ts';
import { scenarioText } from '../walk/scenario-text.ts';

const KEY = /^[a-z][a-z0-9_]{0,62}$/;

interface Props {
  programme: string;
  workflow: string;
  taken: readonly string[];
  onMade: (key: string) => void;
}

/** A scenario to begin with: the first state's first action, taken by who may. */
export const NewScenarioButton = ({ programme, workflow, taken, onMade }: Props) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState('');
  const [key, setKey] = useState('');
  const isReady = KEY.test(key) && !taken.includes(key) && title.trim() !== '';
  const make = useMutation({
    mutationFn: () => {
      const initial = at(desk.workflow, ['initial']);
      const state = typeof initial === 'string' ? initial : (keysAt(desk.workflow, ['states'])[0] ?? '');
      const action = keysAt(desk.workflow, ['states', state, 'on']).find((name) => !name.startsWith('@')) ?? 'submit';
      const by = wordsAt(desk.workflow, ['states', state, 'on', action, 'by'])[0];
      const [kind] = wordsAt(desk.workflow, ['subject', 'audience', 'kinds']);
      const today = new Date().toISOString().slice(0, 10);
      const scenario: Scenario = {
        kind: 'Scenario',
        key,
        title: title.trim(),
        workflow,
        given: { now: `${today}T09:00`, ...(kind === undefined ? {} : { organisation: { kind } }) },
        steps: [{ do: action, ...(by === undefined ? {} : { as: by }) }],
      };
      return saveDraft(programme, { kind: 'Scenario', key }, { text: scenarioText(scenario), rev: 0 });
    },
    onSuccess: () => {
      setOpen(false);
      setTitle('');
      onMade(key);
    },
  });
  return (
    <>
      <Button
        icon={<PlusOutlined />}
        onClick={() => {
          setKey(freshKey(`${workflow}_case`, taken));
          setOpen(true);
        }}
      >
        {t('scenario.new')}
      </Button>
      <Modal
        open={open}
        title={t('scenario.new')}
        okText={t('confirm')}
        cancelText={t('cancel')}
        confirmLoading={make.isPending}
        okButtonProps={{ disabled: !isReady }}
        onOk={() => {
          make.mutate();
        }}
        onCancel={() => {
          setOpen(false);
        }}
      >
        <Form layout="vertical">
          <Form.Item label={t('workflow.title')} htmlFor="scenario-title" required>
            <Input
              id="scenario-title"
              value={title}
              onChange={({ target }) => {
                setTitle(target.value);
              }}
            />
          </Form.Item>
          <Form.Item label={t('workflow.key')} htmlFor="scenario-key" help={t('workflow.key-permanent')}>
            <Input
              id="scenario-key"
              className="code"
              value={key}
              onChange={({ target }) => {
                setKey(target.value);
              }}
            />
          </Form.Item>
        </Form>
        <ProblemAlert error={make.error} />
      </Modal>
    </>
  );
};
