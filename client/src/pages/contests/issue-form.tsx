import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ContestPlace, issueCodes } from '../../api/contests.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { Slip } from './slip.ts';

interface Wanted {
  batches: { batch: string; count: number }[];
}

const BATCH = /^[a-z0-9_-]{1,40}$/;

/** At most so many codes of a batch at once. */
const MOST = 2000;

/** Codes to print, so many for each batch: an institution, a class, a ward. */
export const IssueForm = ({ place, onIssued }: { place: ContestPlace; onIssued: (slips: Slip[]) => void }) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form] = Form.useForm<Wanted>();
  const issue = useMutation({
    mutationFn: async ({ batches }: Wanted) => {
      const slips: Slip[] = [];
      for (const wanted of batches) {
        const { codes } = await issueCodes(place, wanted);
        slips.push(...codes.map((one) => ({ ...one, batch: wanted.batch })));
        onIssued([...slips]);
      }
    },
    onSuccess: () => {
      form.resetFields();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['contest', place] }),
  });
  return (
    <Form<Wanted>
      form={form}
      layout="vertical"
      className="contest-form"
      initialValues={{ batches: [{ count: 30 }] }}
      onFinish={(wanted) => {
        issue.mutate(wanted);
      }}
    >
      <h3>{t('contests.print-codes')}</h3>
      <p className="quiet">{t('contests.batch-help')}</p>
      <Form.List name="batches">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div className="contest-row" key={key}>
                <Form.Item
                  name={[name, 'batch']}
                  label={t('contests.batch')}
                  rules={[{ required: true, pattern: BATCH, message: t('contests.batch-wrong') }]}
                >
                  <Input maxLength={40} autoComplete="off" />
                </Form.Item>
                <Form.Item
                  name={[name, 'count']}
                  label={t('contests.codes')}
                  rules={[{ required: true, message: t('contests.codes-missing') }]}
                >
                  <InputNumber min={1} max={MOST} precision={0} />
                </Form.Item>
                {rows.length > 1 ? (
                  <Button
                    aria-label={t('contests.batch-remove', { n: name + 1 })}
                    onClick={() => {
                      remove(name);
                    }}
                  >
                    ×
                  </Button>
                ) : null}
              </div>
            ))}
            <div className="contest-buttons">
              <Button
                onClick={() => {
                  add({ count: 30 });
                }}
              >
                {t('contests.batch-add')}
              </Button>
              <Button type="primary" htmlType="submit" loading={issue.isPending}>
                {t('contests.issue')}
              </Button>
            </div>
          </>
        )}
      </Form.List>
      <ProblemAlert error={issue.error} />
    </Form>
  );
};
