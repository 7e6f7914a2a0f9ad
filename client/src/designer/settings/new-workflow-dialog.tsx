import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, Modal, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { DefinitionSummary } from '#contract/wire/design.ts';
import { fetchDefinition, saveDraft } from '../../api/designs.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useNow } from '../../ui/use-now.ts';
import { keysAt, titleOf, wordsAt } from '../workflow/names.ts';
import { at, valueOf } from '../yaml/read-yaml.ts';
import { addSettingsTexts } from './add-texts.ts';
import { isKey, keyFor } from './inputs/fresh-key.ts';
import { blankWorkflow, REACHES, type Reach } from './new-workflow/blank-workflow.ts';
import { DueFields, type DueValues, dueOf } from './new-workflow/due-fields.tsx';
import { editedText, listWorkflow } from './new-workflow/list-workflow.ts';

addSettingsTexts();

interface Values extends DueValues {
  title: string;
  key?: string;
  form: string;
  kinds?: string[];
  filler: string;
  reviewer?: string;
  reach?: Reach;
}

interface Props {
  programme: string;
  definitions: readonly DefinitionSummary[];
  onClose: () => void;
  /** Its draft is made. */
  onMade: (key: string) => void;
}

/** A new workflow for a form: who reports, who reviews, until when. The rest is done in the designer. */
export const NewWorkflowDialog = ({ programme, definitions, onClose, onMade }: Props) => {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const now = useNow();
  const [form] = Form.useForm<Values>();
  const own = useQuery({
    queryKey: ['definition', programme, 'Programme', programme],
    queryFn: () => fetchDefinition(programme, { kind: 'Programme', key: programme }),
  });
  const value = own.data === undefined ? null : valueOf(editedText(own.data));
  const title = Form.useWatch<string | undefined>('title', form) ?? '';
  const reviewer = Form.useWatch<string | undefined>('reviewer', form);
  const forms = definitions.filter(({ kind }) => kind === 'Form');
  const taken = definitions.filter(({ kind }) => kind === 'Workflow').map(({ key }) => key);
  const proposed = title.trim() === '' ? '' : keyFor(title, 'workflow', taken);
  const titled = (part: string, key: string): string => titleOf(at(value, [part, key, 'title']), i18n.language, key);
  const rolesWith = (permission: string) =>
    keysAt(value, ['roles'])
      .filter((key) => wordsAt(value, ['roles', key, 'may']).includes(permission))
      .map((key) => ({ value: key, label: titled('roles', key) }));
  const make = useMutation({
    mutationFn: async ({
      key: typed,
      title: name,
      form: filled,
      filler,
      kinds = [],
      reviewer,
      reach,
      ...dates
    }: Values) => {
      const key = typed === undefined || typed === '' ? proposed : typed;
      const locales = wordsAt(value, ['locales']);
      const text = blankWorkflow({
        title: name,
        form: filled,
        filler,
        key,
        kinds,
        reviewer: reviewer ?? null,
        reach: reach ?? 'programme',
        locales,
        due: dueOf(dates) ?? dayjs(now).format('YYYY-MM-DD'),
      });
      await saveDraft(programme, { kind: 'Workflow', key }, { text, rev: 0 });
      await listWorkflow(programme, key);
      await queries.invalidateQueries({ predicate: ({ queryKey }) => /^definitions?$/.test(String(queryKey[0])) });
      return key;
    },
    onSuccess: onMade,
  });
  const needed = [{ required: true, message: t('required') }];
  return (
    <Modal
      open
      title={t('new-workflow.title')}
      okText={t('new-workflow.make')}
      cancelText={t('cancel')}
      confirmLoading={make.isPending}
      okButtonProps={{ disabled: forms.length === 0 || value === null }}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <ProblemAlert error={make.error ?? own.error} />
      {forms.length === 0 ? <Alert type="info" showIcon title={t('new-workflow.no-form')} /> : null}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{
          every: 'once',
          reach: 'programme',
          due: dayjs(now).add(1, 'month'),
          span: [dayjs(now).startOf('month'), dayjs(now).add(11, 'month').endOf('month')],
          daysAfter: 5,
        }}
        onFinish={(values) => {
          make.mutate(values);
        }}
      >
        <Form.Item<Values> name="title" label={t('settings.title')} rules={[{ ...needed[0], whitespace: true }]}>
          <Input autoFocus maxLength={200} />
        </Form.Item>
        <Form.Item<Values>
          name="key"
          label={t('settings.key')}
          extra={t('new-programme.key-help')}
          rules={[
            {
              validator: (_, key?: string) => {
                const wanted = key === undefined || key === '' ? proposed : key;
                if (wanted !== '' && !isKey(wanted)) return Promise.reject(new Error(t('settings.key-rule')));
                return taken.includes(wanted) ? Promise.reject(new Error(t('settings.key-taken'))) : Promise.resolve();
              },
            },
          ]}
        >
          <Input className="code" placeholder={proposed} maxLength={63} />
        </Form.Item>
        <Form.Item<Values> name="form" label={t('settings.bound-form')} rules={needed}>
          <Select options={forms.map(({ key, title: name }) => ({ value: key, label: name || key }))} />
        </Form.Item>
        <Form.Item<Values> name="kinds" label={t('settings.bound-kinds')}>
          <Select
            mode="multiple"
            placeholder={t('new-workflow.everybody')}
            options={keysAt(value, ['organisation_kinds']).map((key) => ({
              value: key,
              label: titled('organisation_kinds', key),
            }))}
          />
        </Form.Item>
        <Form.Item<Values> name="filler" label={t('new-workflow.filler')} rules={needed}>
          <Select options={rolesWith('cases.fill')} />
        </Form.Item>
        <Form.Item<Values> name="reviewer" label={t('new-workflow.reviewer')}>
          <Select allowClear placeholder={t('new-workflow.nobody')} options={rolesWith('cases.review')} />
        </Form.Item>
        {reviewer === undefined ? null : (
          <Form.Item<Values> name="reach" label={t('new-workflow.reach')}>
            <Select options={REACHES.map((one) => ({ value: one, label: t(`new-workflow.reach.${one}`) }))} />
          </Form.Item>
        )}
        <DueFields />
      </Form>
    </Modal>
  );
};
