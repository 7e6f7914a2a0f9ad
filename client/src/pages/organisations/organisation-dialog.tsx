import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { OrganisationCode, type OrganisationView, type SaveOrganisation } from '#contract/wire/organisation.ts';
import { saveOrganisation } from '../../api/administration.ts';
import { fitting } from '../../ui/fitting.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { OrganisationSelect } from '../../ui/organisation-select.tsx';
import { OrganisationsSelect } from '../../ui/organisations-select.tsx';
import type { OrganisationWords } from './use-organisation-words.ts';

interface Values {
  code: string;
  title: string;
  kinds: string[];
  level?: string | null;
  parent?: string | null;
  relations?: Record<string, string[]>;
  active: boolean;
}

interface Props {
  organisation: OrganisationView | null;
  words: OrganisationWords;
  onClose: () => void;
}

/** Keeps the dates of a kind that was there before, and relations that no published programme names any more; a kind that is new is valid from now on without an end. */
const bodyOf = (values: Values, before: OrganisationView | null): SaveOrganisation => ({
  code: values.code,
  title: values.title,
  level: values.level?.trim() ? values.level.trim() : null,
  parent: values.parent ?? null,
  active: values.active,
  relations: Object.fromEntries(
    Object.entries({ ...before?.relations, ...values.relations }).filter(([, ids]) => ids.length > 0),
  ),
  kinds: values.kinds.map((kind) => before?.kinds.find((tag) => tag.kind === kind) ?? { kind, from: null, to: null }),
});

export const OrganisationDialog = ({ organisation, words, onClose }: Props) => {
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
  const kinds = Object.entries(words.kinds).map(([value, label]) => ({ value, label }));
  const required = [{ required: true, message: t('required') }];
  const code = [...required, fitting(OrganisationCode, t('organisations.code-help'))];
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
          relations: organisation?.relations ?? {},
          active: organisation?.active ?? true,
        }}
        onFinish={(values) => {
          save.mutate(values);
        }}
      >
        <Form.Item name="code" label={t('organisations.code')} extra={t('organisations.code-help')} rules={code}>
          <Input disabled={organisation !== null} />
        </Form.Item>
        <Form.Item name="title" label={t('organisations.name')} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name="kinds" label={t('organisations.kinds')} extra={t('organisations.kinds-help')}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={kinds}
            notFoundContent={t('organisations.no-kinds')}
          />
        </Form.Item>
        <Form.Item name="level" label={t('organisations.level')} extra={t('organisations.level-help')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="parent" label={t('organisations.parent')} extra={t('organisations.parent-help')}>
          <OrganisationSelect />
        </Form.Item>
        {Object.entries(words.relations).map(([key, title]) => (
          <Form.Item key={key} name={['relations', key]} label={title} extra={t('organisations.relation-help')}>
            <OrganisationsSelect />
          </Form.Item>
        ))}
        <Form.Item name="active" label={t('organisations.active')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <ProblemAlert error={save.error} />
      </Form>
    </Modal>
  );
};
