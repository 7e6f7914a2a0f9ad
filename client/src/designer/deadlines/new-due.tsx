import { DatePicker, Form, InputNumber, Radio, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DeadlineView } from '#contract/wire/deadline.ts';
import { ALL_PERIODS, isByPeriod, isLength, type Wish } from './change-wish.ts';

interface Props {
  wish: Wish;
  onWish: (part: Partial<Wish>) => void;
  deadline: DeadlineView;
}

const UNITS = ['D', 'WD', 'W', 'M', 'H'] as const;

const NewLength = ({ wish: { within }, onWish }: Omit<Props, 'deadline'>) => {
  const { t } = useTranslation();
  return (
    <Form.Item label={t('deadlines.to.within')}>
      <Space.Compact>
        <InputNumber
          aria-label={t('deadlines.to.within')}
          min={1}
          max={999}
          precision={0}
          value={within.amount ?? null}
          onChange={(amount) => {
            onWish({ within: { ...within, amount } });
          }}
        />
        <Select
          aria-label={t('deadlines.to.day-unit')}
          className="due-unit"
          value={within.unit}
          options={UNITS.map((unit) => ({
            value: unit,
            label: t(`deadlines.length.${unit}`, { count: within.amount ?? 0 }).replace(/^\d+\s*/, ''),
          }))}
          onChange={(unit: string) => {
            onWish({ within: { ...within, unit } });
          }}
        />
      </Space.Compact>
    </Form.Item>
  );
};

const Shift = ({ wish, onWish }: Omit<Props, 'deadline'>) => {
  const { t } = useTranslation();
  return (
    <Space wrap>
      <Select
        aria-label={t('deadlines.to.days')}
        className="due-unit"
        value={wish.direction}
        disabled={wish.scope === 'organisation'}
        options={[
          { value: 1, label: t('deadlines.to.later') },
          { value: -1, label: t('deadlines.to.earlier') },
        ]}
        onChange={(direction: 1 | -1) => {
          onWish({ direction });
        }}
      />
      <InputNumber
        aria-label={t('deadlines.to.day-unit')}
        min={1}
        max={366}
        precision={0}
        value={wish.days ?? null}
        suffix={t('deadlines.to.day-unit')}
        onChange={(days) => {
          onWish({ days });
        }}
      />
    </Space>
  );
};

/** To when: a day, so many days later or earlier, or another length of time where the rule is one. */
export const NewDue = ({ wish, onWish, deadline }: Props) => {
  const { t } = useTranslation();
  if (isLength(deadline) && wish.scope !== 'organisation') return <NewLength wish={wish} onWish={onWish} />;
  const isEveryPeriod = isByPeriod(deadline) && wish.period === ALL_PERIODS;
  return (
    <Form.Item label={t('deadlines.to')}>
      <Space wrap align="start">
        <Radio.Group
          aria-label={t('deadlines.to')}
          value={wish.way}
          optionType="button"
          options={(['due', 'days'] as const).map((way) => ({
            value: way,
            label: t(`deadlines.to.${way}`),
            disabled: way === 'due' && isEveryPeriod,
          }))}
          onChange={(event) => {
            onWish({ way: event.target.value as Wish['way'] });
          }}
        />
        {wish.way === 'due' ? (
          <DatePicker
            allowClear={false}
            aria-label={t('deadlines.to.choose-day')}
            placeholder={t('deadlines.to.choose-day')}
            value={wish.due ?? null}
            onChange={(due) => {
              onWish({ due });
            }}
          />
        ) : (
          <Shift wish={wish} onWish={onWish} />
        )}
      </Space>
    </Form.Item>
  );
};
