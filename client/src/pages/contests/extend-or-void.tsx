import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestView, ProposeAction } from '#contract/wire/contest.ts';
import type { ContestPlace } from '../../api/contests.ts';
import { instantOf, localMoment } from '../../ui/dates.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { isByJury } from './contest-steps.ts';
import { useProposals } from './use-contest.ts';

interface Props {
  place: ContestPlace;
  view: ContestView;
}

type Asked = 'extend' | 'void';

interface Given {
  to?: string;
  reason?: string;
}

const FORMAT = 'YYYY-MM-DDTHH:mm';

const proposalOf = (asked: Asked, { to = '', reason = '' }: Given): ProposeAction =>
  asked === 'extend' ? { action: 'extend', to: instantOf(to) } : { action: 'void', reason };

const Question = ({ place, view, asked, onClose }: Props & { asked: Asked; onClose: () => void }) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const { propose } = useProposals(place);
  return (
    <Modal
      open
      title={t(`contests.${asked}-title`)}
      okText={t('contests.propose', { action: t(`contests.action.${asked}`) })}
      okButtonProps={{ danger: asked === 'void' }}
      confirmLoading={propose.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <p>{t(`contests.${asked}-help`)}</p>
      <Form
        form={form}
        layout="vertical"
        onFinish={(given: Given) => {
          propose.mutate(proposalOf(asked, given), { onSuccess: onClose });
        }}
      >
        {asked === 'extend' ? (
          <Form.Item
            name="to"
            label={t('contests.extend-to')}
            initialValue={localMoment(view.closes).format(FORMAT)}
            rules={[{ required: true, message: t('contests.extend-missing') }]}
          >
            <Input type="datetime-local" />
          </Form.Item>
        ) : (
          <Form.Item
            name="reason"
            label={t('contests.void-reason')}
            rules={[{ required: true, whitespace: true, min: 2, message: t('contests.void-missing') }]}
          >
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
        )}
      </Form>
      <ProblemAlert error={propose.error} />
    </Modal>
  );
};

/** The two ways off the planned course, each by two people. */
export const ExtendOrVoid = ({ place, view }: Props) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const canExtend = !view.isExtended && !isByJury(view) && (view.status === 'sealed' || view.status === 'open');
  const canVoid = ['sealed', 'open', 'closed'].includes(view.status);
  if (!canExtend && !canVoid) return null;
  return (
    <div className="contest-buttons contest-aside">
      {canExtend ? (
        <Button
          onClick={() => {
            setAsked('extend');
          }}
        >
          {t('contests.extend')}
        </Button>
      ) : null}
      {canVoid ? (
        <Button
          danger
          onClick={() => {
            setAsked('void');
          }}
        >
          {t('contests.void')}
        </Button>
      ) : null}
      {asked === null ? null : (
        <Question
          place={place}
          view={view}
          asked={asked}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </div>
  );
};
