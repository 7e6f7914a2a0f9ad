import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OrganisationView, SaveOrganisation } from '#contract/wire/organisation.ts';
import { saveOrganisation } from '../../api/administration.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { OrganisationSelect } from '../../ui/organisation-select.tsx';

interface Values {
  code: string;
  title: string;
  kinds: string[];
  level?: string | null;
  parent?: string | null;
  active: boolean;
}

interface Props {
  organisation: OrganisationView | null;
  kinds: Record<string, string>;
  onClose: () => void;
}

/** Keeps the dates of a kind that was there before; a kind that is new is valid from now on without an end. */
const bodyOf = (values: Values, before: OrganisationView | null): SaveOrganisation => ({
  code: values.code,
  title: values.title,
  level: values.level?.trim() ? values.level.trim() : null,
  parent: values.parent ?? null,
  active: values.active,
  kinds: values.kinds.map((kind) => before?.kinds.find((tag) => tag.kind === kind) ?? { kind, from: null, to: null }),
});

export const OrganisationDialog = ({ organisation, kinds, onClose }: Props) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (values: Values) => saveOrganisation(organisation?.id ?? null, bodyOf(values, organisation)),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['organisations'] });
      onClose();
    },
  });
  const required = [{ required: true, message: t('required') }];
  return (
    <Modal
      open
      title={organisation === null ? t('organisations.add') : organisation.title}
      okText={t('save')}
      confirmLoading={save.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{
          code: organisation?.code ?? '',
          title: organisation?.title ?? '',
          kinds: organisation?.kinds.map(({ kind }) => kind) ?? [],
          level: organisation?.level ?? null,
          parent: organisation?.parent ?? null,
          active: organisation?.active ?? true,
        }}
        onFinish={(values) => {
          save.mutate(values);
        }}
      >
        <Form.Item name="code" label={t('organisations.code')} extra={t('organisations.code-help')} rules={required}>
          <Input disabled={organisation !== null} />
        </Form.Item>
        <Form.Item name="title" label={t('organisations.name')} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name="kinds" label={t('organisations.kinds')} extra={t('organisations.kinds-help')}>
          <Select mode="multiple" options={Object.entries(kinds).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item name="level" label={t('organisations.level')} extra={t('organisations.level-help')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="parent" label={t('organisations.parent')} extra={t('organisations.parent-help')}>
          <OrganisationSelect />
        </Form.Item>
        <Form.Item name="active" label={t('organisations.active')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <ProblemAlert error={save.error} />
      </Form>
    </Modal>
  );
};
