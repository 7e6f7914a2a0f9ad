import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scenario } from '#contract/definition/scenario.ts';
import { saveDraft } from '../../../api/designs.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { scenarioText } from './scenario-text.ts';
import type { Walk } from './walk.ts';

const KEY = /^[a-z][a-z0-9_]{0,62}$/;

const scenarioOf = (walk: Walk, { key, title }: { key: string; title: string }): Scenario => ({
  kind: 'Scenario',
  key,
  title,
  workflow: walk.model.workflow.key,
  given: walk.given,
  steps: walk.steps,
});

/** Keeps a walk as a scenario: from then on it is played with every check and before every publication. */
export const SaveWalkDialog = ({
  programme,
  walk,
  onClose,
}: {
  programme: string;
  walk: Walk;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [title, setTitle] = useState('');
  const [key, setKey] = useState(`${walk.model.workflow.key}_walk`);
  const isReady = KEY.test(key) && title.trim() !== '';
  const save = useMutation({
    mutationFn: () => {
      const text = scenarioText(scenarioOf(walk, { key, title: title.trim() }));
      return saveDraft(programme, { kind: 'Scenario', key }, { text, rev: 0 });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['scenarios', programme] });
      void message.success(t('walk.saved'));
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('walk.save')}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={save.isPending}
      okButtonProps={{ disabled: !isReady }}
      onOk={() => {
        save.mutate();
      }}
      onCancel={onClose}
    >
      <p className="property-help">{t('walk.save-help', { count: walk.steps.length })}</p>
      <Form layout="vertical">
        <Form.Item label={t('workflow.title')} htmlFor="walk-title" required>
          <Input
            id="walk-title"
            autoFocus
            placeholder={t('walk.title-example')}
            value={title}
            onChange={({ target }) => {
              setTitle(target.value);
            }}
          />
        </Form.Item>
        <Form.Item
          label={t('workflow.key')}
          htmlFor="walk-key"
          help={KEY.test(key) ? undefined : t('workflow.key-rule')}
          {...(KEY.test(key) ? {} : { validateStatus: 'error' as const })}
        >
          <Input
            id="walk-key"
            className="code"
            value={key}
            onChange={({ target }) => {
              setKey(target.value);
            }}
          />
        </Form.Item>
      </Form>
      <ProblemAlert error={save.error} />
    </Modal>
  );
};
