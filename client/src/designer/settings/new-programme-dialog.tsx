import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, InputNumber, Modal, Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditedProgramme, NewProgramme, NewProgrammeMade } from '#contract/wire/design.ts';
import { makeProgramme } from '../../api/designs.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { addSettingsTexts } from './add-texts.ts';
import { isKey, keyFor } from './inputs/fresh-key.ts';
import { DatesReview } from './new-programme/dates-review.tsx';
import './settings.css';

addSettingsTexts();

interface Values {
  title: string;
  key?: string;
  from?: string;
  count?: number;
  unit: 'Y' | 'M' | 'D';
}

interface Props {
  /** Those that there are, to copy from. */
  programmes: readonly EditedProgramme[];
  onClose: () => void;
  /** Its drafts are made, and the dates were looked through. */
  onMade: (key: string) => void;
}

const bodyOf = ({ title, from, count = 0, unit }: Values, key: string): NewProgramme => {
  const sign = count < 0 ? '-' : '';
  const shift = count === 0 ? {} : { shift: `${sign}P${String(Math.abs(count))}${unit}` };
  return { key, title: title.trim(), ...(from === undefined ? {} : { from, ...shift }) };
};

/** A new programme: blank, or a copy of another one with its dates moved, which are then looked through one by one. */
export const NewProgrammeDialog = ({ programmes, onClose, onMade }: Props) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [made, setMade] = useState<NewProgrammeMade | null>(null);
  const title = Form.useWatch<string | undefined>('title', form) ?? '';
  const from = Form.useWatch<string | undefined>('from', form);
  const taken = programmes.map(({ key }) => key);
  const proposed = title.trim() === '' ? '' : keyFor(title, from ?? 'programme', taken);
  const make = useMutation({
    mutationFn: (values: Values) => makeProgramme(bodyOf(values, values.key ?? proposed)),
    onSuccess: async (answer) => {
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      if (answer.dates.length === 0) onMade(answer.key);
      else setMade(answer);
    },
  });
  if (made !== null)
    return (
      <DatesReview
        made={made}
        onDone={() => {
          onMade(made.key);
        }}
      />
    );
  return (
    <Modal
      open
      title={t('new-programme.title')}
      okText={t('new-programme.make')}
      cancelText={t('cancel')}
      confirmLoading={make.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <ProblemAlert error={make.error} />
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ count: 1, unit: 'Y' }}
        onFinish={(values) => {
          make.mutate({ ...values, ...(values.key === '' ? { key: proposed } : {}) });
        }}
      >
        <Form.Item<Values>
          name="title"
          label={t('new-programme.name')}
          rules={[{ required: true, whitespace: true, max: 200, message: t('required') }]}
        >
          <Input autoFocus maxLength={200} />
        </Form.Item>
        <Form.Item<Values>
          name="key"
          label={t('settings.key')}
          extra={t('new-programme.key-help')}
          rules={[
            {
              validator: async (_, key?: string) => {
                const wanted = key === undefined || key === '' ? proposed : key;
                if (wanted !== '' && !isKey(wanted)) throw new Error(t('settings.key-rule'));
                if (taken.includes(wanted)) throw new Error(t('settings.key-taken'));
                return Promise.resolve();
              },
            },
          ]}
        >
          <Input className="code" placeholder={proposed} maxLength={63} />
        </Form.Item>
        <Form.Item<Values> name="from" label={t('new-programme.from')}>
          <Select
            allowClear
            placeholder={t('new-programme.blank')}
            options={programmes.map(({ key, title: name }) => ({ value: key, label: name }))}
          />
        </Form.Item>
        {from === undefined ? null : (
          <Form.Item label={t('new-programme.shift')} extra={t('new-programme.shift-help')}>
            <Space.Compact>
              <Form.Item<Values> name="count" noStyle>
                <InputNumber min={-9999} max={9999} precision={0} aria-label={t('new-programme.shift')} />
              </Form.Item>
              <Form.Item<Values> name="unit" noStyle>
                <Select
                  aria-label={t('new-programme.unit')}
                  options={(['Y', 'M', 'D'] as const).map((unit) => ({
                    value: unit,
                    label: t(`new-programme.unit.${unit}`),
                  }))}
                />
              </Form.Item>
            </Space.Compact>
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
};
