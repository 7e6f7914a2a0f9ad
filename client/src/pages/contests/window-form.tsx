import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestView } from '#contract/wire/contest.ts';
import { type ContestPlace, moveElection } from '../../api/contests.ts';
import { instantOf, localMoment } from '../../ui/dates.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface Props {
  place: ContestPlace;
  view: ContestView;
}

interface Given {
  opens: string;
  closes: string;
}

const FORMAT = 'YYYY-MM-DDTHH:mm';

const Question = ({ place, view, onClose }: Props & { onClose: () => void }) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form] = Form.useForm<Given>();
  const move = useMutation({
    mutationFn: ({ opens, closes }: Given) =>
      moveElection(place, { opens: instantOf(opens), closes: instantOf(closes) }),
    onSuccess: onClose,
    onSettled: () => queries.invalidateQueries({ queryKey: ['contest', place] }),
  });
  const later = ({ getFieldValue }: { getFieldValue: (name: string) => string }) => ({
    validator: (_: unknown, closes: string) =>
      closes > getFieldValue('opens') ? Promise.resolve() : Promise.reject(new Error(t('contests.window-order'))),
  });
  return (
    <Modal
      open
      title={t('contests.window-title')}
      okText={t('contests.window-save')}
      confirmLoading={move.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <p>{t('contests.window-help')}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{
          opens: localMoment(view.opens).format(FORMAT),
          closes: localMoment(view.closes).format(FORMAT),
        }}
        onFinish={(given) => {
          move.mutate(given);
        }}
      >
        <Form.Item name="opens" label={t('contests.opens')} rules={[{ required: true }]}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item
          name="closes"
          label={t('contests.closes')}
          dependencies={['opens']}
          rules={[{ required: true }, later]}
        >
          <Input type="datetime-local" />
        </Form.Item>
      </Form>
      <ProblemAlert error={move.error} />
    </Modal>
  );
};

/** Before sealing the election may be given other times than its workflow names. */
export const WindowButton = (props: Props) => {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {t('contests.window')}
      </Button>
      {isOpen ? (
        <Question
          {...props}
          onClose={() => {
            setIsOpen(false);
          }}
        />
      ) : null}
    </>
  );
};
