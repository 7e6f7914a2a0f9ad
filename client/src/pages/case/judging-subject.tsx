import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Input, Popconfirm, Radio, Space, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JudgingView } from '#contract/wire/judging.ts';
import { declareInterest, finishTask, saveMarks } from '../../api/judging.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { JudgingSheet } from './judging-sheet.tsx';
import { SeatButton } from './seat-button.tsx';

type Task = JudgingView['tasks'][number];
type Sheets = JudgingView['sheets'];

interface Props {
  caseId: string;
  task: Task;
  subject: Task['subjects'][number];
  sheets: Sheets;
}

/** What was come to together, for those who may see it. */
const Together = ({ task, subject, sheets }: Props) => {
  const { t } = useTranslation();
  const { votes } = subject;
  return (
    <Space wrap>
      {sheets.map(({ key, combined }) => {
        const found = combined[subject.id];
        return found === undefined ? null : <Tag key={key}>{t('judging.combined', { ...found })}</Tag>;
      })}
      {votes === null
        ? null
        : task.outcomes.map(({ code, title }) => (
            <Tag key={code} color={subject.outcome === code ? 'success' : 'default'}>
              {t('judging.votes', { title, count: votes[code] ?? 0 })}
            </Tag>
          ))}
    </Space>
  );
};

/** One row, or the case itself, as one of its judges decides upon it. */
export const JudgingSubject = (props: Props) => {
  const { caseId, task, subject, sheets } = props;
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [data, setData] = useState<Record<string, Record<string, unknown>>>(() =>
    Object.fromEntries(sheets.map(({ key, mine }) => [key, mine[subject.id] ?? {}])),
  );
  const [outcome, setOutcome] = useState<string | undefined>(subject.mine ?? undefined);
  const [comment, setComment] = useState('');
  const [reason, setReason] = useState('');
  const [keys] = useState(() => ({ finish: crypto.randomUUID(), recuse: crypto.randomUUID() }));
  const refresh = (): Promise<void> => cache.invalidateQueries({ queryKey: ['case', caseId] });
  const finish = useMutation({
    mutationFn: () =>
      finishTask(caseId, task.key, {
        key: keys.finish,
        subject: subject.id,
        marks: data,
        ...(outcome !== undefined && { outcome }),
        ...(comment.trim() !== '' && { comment }),
      }),
    onSuccess: refresh,
  });
  const recuse = useMutation({
    mutationFn: () => declareInterest(caseId, task.key, { key: keys.recuse, subject: subject.id, reason }),
    onSuccess: refresh,
  });
  const save = useMutation({
    mutationFn: (marks: string) => saveMarks(caseId, marks, { subject: subject.id, data: data[marks] ?? {} }),
  });
  const isOpen = subject.reason === null;
  const isReady = task.outcomes.length === 0 || outcome !== undefined;
  return (
    <Card
      size="small"
      title={subject.title === '' ? task.title : subject.title}
      extra={
        subject.isDone ? (
          <Tag color="success">{t('judging.done')}</Tag>
        ) : isOpen || subject.reason === null || subject.reason === 'not-your-role' ? null : (
          <Tag>{t(`refusal.${subject.reason}`)}</Tag>
        )
      }
    >
      <Space orientation="vertical" className="wide">
        {subject.details.length > 1 ? (
          <dl className="judging-details">
            {subject.details.slice(1).map(({ title, text }) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        {sheets.map(({ key, fields }) =>
          isOpen || subject.isDone ? (
            <div
              key={key}
              onBlur={() => {
                if (isOpen) save.mutate(key);
              }}
            >
              <JudgingSheet
                fields={fields}
                data={data[key] ?? {}}
                disabled={!isOpen}
                onChange={(next) => {
                  setData({ ...data, [key]: next });
                }}
              />
            </div>
          ) : null,
        )}
        {task.outcomes.length > 0 && (isOpen || subject.isDone) ? (
          <Radio.Group
            aria-label={t('judging.outcome')}
            disabled={!isOpen}
            value={outcome}
            options={task.outcomes.map(({ code, title }) => ({ value: code, label: title }))}
            onChange={(event) => {
              setOutcome(String(event.target.value));
            }}
          />
        ) : null}
        {isOpen ? (
          <>
            <Input
              value={comment}
              maxLength={2000}
              placeholder={t('judging.comment')}
              aria-label={t('judging.comment')}
              onChange={(event) => {
                setComment(event.target.value);
              }}
            />
            <Space wrap>
              <Popconfirm
                title={t('judging.final')}
                onConfirm={() => {
                  finish.mutate();
                }}
              >
                <Button type="primary" disabled={!isReady} loading={finish.isPending}>
                  {t('judging.finish')}
                </Button>
              </Popconfirm>
              <Popconfirm
                title={t('judging.recuse-reason')}
                description={
                  <Input
                    value={reason}
                    maxLength={2000}
                    aria-label={t('judging.recuse-reason')}
                    onChange={(event) => {
                      setReason(event.target.value);
                    }}
                  />
                }
                okButtonProps={{ disabled: reason.trim() === '' }}
                onConfirm={() => {
                  recuse.mutate();
                }}
              >
                <Button>{t('judging.recuse')}</Button>
              </Popconfirm>
              {task.mayClaim ? (
                <SeatButton
                  key={String(subject.holds)}
                  caseId={caseId}
                  task={task.key}
                  subject={subject.id}
                  holds={subject.holds}
                />
              ) : null}
            </Space>
          </>
        ) : null}
        <Together {...props} />
        <ProblemAlert error={finish.error ?? recuse.error} />
      </Space>
    </Card>
  );
};
