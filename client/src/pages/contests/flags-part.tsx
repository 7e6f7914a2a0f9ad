import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ContestFlag } from '#contract/wire/contest.ts';
import { type ContestPlace, decideFlag, fetchFlags } from '../../api/contests.ts';
import { moment } from '../../ui/dates.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

const Decision = ({ place, flag }: { place: ContestPlace; flag: ContestFlag }) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const decide = useMutation({
    mutationFn: (decision: string) => decideFlag(place, flag.id, decision),
    onSettled: () => queries.invalidateQueries({ queryKey: ['contest-flags', place] }),
  });
  if (flag.decision !== null)
    return <p>{t('contests.flag-decided', { by: flag.decidedBy ?? '', decision: flag.decision })}</p>;
  return (
    <Form
      layout="vertical"
      onFinish={({ decision }: { decision: string }) => {
        decide.mutate(decision);
      }}
    >
      <Form.Item
        name="decision"
        label={t('contests.flag-reason')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('contests.flag-missing') }]}
      >
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <Button htmlType="submit" loading={decide.isPending}>
        {t('contests.flag-decide')}
      </Button>
      <ProblemAlert error={decide.error} />
    </Form>
  );
};

/** What stood out while people voted, told in aggregates once the election closed, and what was found out about it. */
export const FlagsPart = ({ place }: { place: ContestPlace }) => {
  const { t, i18n } = useTranslation();
  const { data: flags, error } = useQuery({ queryKey: ['contest-flags', place], queryFn: () => fetchFlags(place) });
  return (
    <section className="contest-part" aria-labelledby="contest-flags">
      <h2 id="contest-flags">{t('contests.flags')}</h2>
      <p className="quiet">{t('contests.flags-help')}</p>
      <ProblemAlert error={error} />
      {flags === undefined && error === null ? <Spin /> : null}
      {flags?.length === 0 ? <p>{t('contests.flags-none')}</p> : null}
      <ul className="contest-log">
        {(flags ?? []).map((flag) => (
          <li key={flag.id}>
            <Alert
              type={flag.decision === null ? 'warning' : 'info'}
              showIcon
              title={t('contests.flag', {
                batch: flag.batch,
                from: moment(flag.from, i18n.language),
                used: flag.used,
                codes: flag.codes,
              })}
              description={<Decision place={place} flag={flag} />}
            />
          </li>
        ))}
      </ul>
    </section>
  );
};
