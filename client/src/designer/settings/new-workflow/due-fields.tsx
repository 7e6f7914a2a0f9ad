import { DatePicker, Form, InputNumber, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { type Recurring, RHYTHMS } from './blank-workflow.ts';

const DAY = 'YYYY-MM-DD';

/** What is typed about dates: a day, or a rhythm with its first and last day. */
export interface DueValues {
  every: 'once' | Recurring['every'];
  due?: Dayjs;
  span?: [Dayjs, Dayjs];
  daysAfter?: number;
}

export const dueOf = ({ every, due, span, daysAfter }: DueValues): string | Recurring | null => {
  if (every === 'once') return due?.format(DAY) ?? null;
  if (span === undefined) return null;
  return { every, from: span[0].format(DAY), to: span[1].format(DAY), daysAfter: daysAfter ?? 0 };
};

/** How often is reported, and until when. */
export const DueFields = () => {
  const { t } = useTranslation();
  const every = Form.useWatch<DueValues['every'] | undefined>('every') ?? 'once';
  const needed = [{ required: true, message: t('required') }];
  return (
    <>
      <Form.Item<DueValues> name="every" label={t('new-workflow.every')} rules={needed}>
        <Select
          options={(['once', ...RHYTHMS] as const).map((value) => ({ value, label: t(`new-workflow.${value}`) }))}
        />
      </Form.Item>
      {every === 'once' ? (
        <Form.Item<DueValues> name="due" label={t('settings.due')} rules={needed}>
          <DatePicker allowClear={false} />
        </Form.Item>
      ) : (
        <>
          <Form.Item<DueValues> name="span" label={t('new-workflow.span')} rules={needed}>
            <DatePicker.RangePicker allowClear={false} />
          </Form.Item>
          <Form.Item<DueValues> name="daysAfter" label={t('new-workflow.days-after')} rules={needed}>
            <InputNumber min={0} max={90} precision={0} />
          </Form.Item>
        </>
      )}
    </>
  );
};
