import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Select, Space, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProgrammeView } from '#contract/wire/definition.ts';
import { type OneTimePassword, type PersonView, SavePerson } from '#contract/wire/person.ts';
import { createPerson, savePerson } from '../../api/administration.ts';
import { fetchProgrammes } from '../../api/definitions.ts';
import { fitting } from '../../ui/fitting.ts';
import { OrganisationSelect } from '../../ui/organisation-select.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

interface Values {
  account: string;
  name: string;
  phone?: string | null;
  active: boolean;
  memberships: { role: string; organisation?: string | null }[];
}

/** One choice names programme and role together, `<programme>/<role>`; the installation's own role has no programme. */
const roleChoices = (programmes: ProgrammeView[], administrator: string) => [
  ...programmes.map((programme) => ({
    label: programme.title,
    options: programme.roles.map(({ key, title }) => ({ value: `${programme.key}/${key}`, label: title })),
  })),
  { label: administrator, options: [{ value: '/administrator', label: administrator }] },
];

const membershipOf = ({ role, organisation }: Values['memberships'][number]) => {
  const [programme = '', key = ''] = role.split('/');
  return { programme: programme === '' ? null : programme, role: key, organisation: organisation ?? null };
};

const bodyOf = (values: Values): SavePerson => ({
  ...values,
  phone: values.phone ?? null,
  memberships: values.memberships.map(membershipOf),
});

interface Props {
  person: PersonView | null;
  onClose: () => void;
  onInvited: (slip: OneTimePassword) => void;
}

export const PersonDialog = ({ person, onClose, onInvited }: Props) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const queries = useQueryClient();
  const { data: programmes = [] } = useQuery({ queryKey: ['programmes'], queryFn: fetchProgrammes });
  const save = useMutation({
    mutationFn: async (values: Values) => {
      if (person === null) onInvited(await createPerson(bodyOf(values)));
      else await savePerson(person.id, bodyOf(values));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['people'] });
      onClose();
    },
  });
  const required = [{ required: true, message: t('required') }];
  const account = [...required, fitting(SavePerson.shape.account, t('people.account-help'))];
  const roles = roleChoices(programmes, t('people.administrator'));
  return (
    <Modal
      open
      width={720}
      title={person?.name ?? t('people.add')}
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
          account: person?.account ?? '',
          name: person?.name ?? '',
          phone: person?.phone ?? null,
          active: person?.active ?? true,
          memberships: person?.memberships.map((held) => ({
            role: `${held.programme ?? ''}/${held.role}`,
            organisation: held.organisation?.id ?? null,
          })) ?? [{}],
        }}
        onFinish={(values) => {
          save.mutate(values);
        }}
      >
        <Form.Item name="account" label={t('sign-in.account')} extra={t('people.account-help')} rules={account}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={t('people.name')} rules={required}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="phone" label={t('people.phone')}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.List name="memberships">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <Space key={key} align="baseline" wrap>
                  <Form.Item name={[name, 'role']} label={t('people.role')} rules={required}>
                    <Select style={{ width: 300 }} options={roles} />
                  </Form.Item>
                  <Form.Item name={[name, 'organisation']} label={t('case.organisation')} style={{ width: 280 }}>
                    <OrganisationSelect placeholder={t('people.everywhere')} />
                  </Form.Item>
                  <Button
                    type="text"
                    icon={<MinusCircleOutlined />}
                    aria-label={t('people.remove-role')}
                    onClick={() => {
                      remove(name);
                    }}
                  />
                </Space>
              ))}
              <Button
                type="dashed"
                icon={<PlusOutlined />}
                onClick={() => {
                  add({});
                }}
              >
                {t('people.add-role')}
              </Button>
            </>
          )}
        </Form.List>
        <Form.Item name="active" label={t('people.active')} valuePropName="checked" style={{ marginTop: 16 }}>
          <Switch />
        </Form.Item>
        <ProblemAlert error={save.error} />
      </Form>
    </Modal>
  );
};
