import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ContestPlace, drawSeed } from '../../api/contests.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

/** The half of the lot's seed that is drawn in public, entered once. */
export const SeedForm = ({ place }: { place: ContestPlace }) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const draw = useMutation({
    mutationFn: (seed: string) => drawSeed(place, seed),
    onSettled: () => queries.invalidateQueries({ queryKey: ['contest', place] }),
  });
  return (
    <Form
      layout="vertical"
      className="contest-form"
      onFinish={({ seed }: { seed: string }) => {
        draw.mutate(seed);
      }}
    >
      <Form.Item
        name="seed"
        label={t('contests.seed')}
        extra={t('contests.seed-help')}
        rules={[{ required: true, whitespace: true, message: t('contests.seed-missing') }]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={draw.isPending}>
        {t('contests.seed-save')}
      </Button>
      <ProblemAlert error={draw.error} />
    </Form>
  );
};
