import { useMutation, useQueryClient } from '@tanstack/react-query';
import { DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '#contract/wire/case.ts';
import { extendDeadline } from '../../api/cases.ts';
import { dueDay } from '../../ui/dates.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface Values {
  deadline: string;
  to: Dayjs;
  reason: string;
}

/** Grants this organisation more time for one deadline, with a reason, within what the definition allows. */
export const ExtensionDialog = ({ view, onClose }: { view: CaseView; onClose: () => void }) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const open = view.deadlines.filter(({ mayExtend }) => mayExtend);
  const first = open[0];
  const extend = useMutation({
    mutationFn: ({ deadline, to, reason }: Values) =>
      extendDeadline(view.id, { deadline, to: to.format('YYYY-MM-DD'), reason }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('case.extend')}
      okText={t('confirm')}
      confirmLoading={extend.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ deadline: first?.key }}
        onFinish={(values) => {
          extend.mutate(values);
        }}
      >
        <Form.Item name="deadline" label={t('case.deadline')}>
          <Select
            options={open.map(({ key, title, due }) => ({
              value: key,
              label: `${title}（${dueDay(due).format('YYYY-MM-DD')}）`,
            }))}
          />
        </Form.Item>
        <Form.Item name="to" label={t('case.extend-to')} rules={[{ required: true, message: t('required') }]}>
          <DatePicker
            style={{ width: '100%' }}
            {...(first === undefined ? {} : { minDate: dayjs(dueDay(first.due).format('YYYY-MM-DD')) })}
            {...(first?.extendUntil == null ? {} : { maxDate: dayjs(dueDay(first.extendUntil).format('YYYY-MM-DD')) })}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('case.reason')}
          rules={[{ required: true, whitespace: true, message: t('case.comment-missing') }]}
        >
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      </Form>
      <ProblemAlert error={extend.error} />
    </Modal>
  );
};
