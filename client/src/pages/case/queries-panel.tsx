import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Input, Space, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellAddress, QueryView } from '#contract/wire/case.ts';
import { answerQuery, closeQuery } from '../../api/cases.ts';
import { moment } from '../../ui/dates.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

const COLOURS = { open: 'warning', answered: 'processing', closed: 'default', row_removed: 'default' } as const;

interface Props {
  caseId: string;
  queries: QueryView[];
  nameOf: (address: CellAddress) => string;
  onJump: (address: CellAddress) => void;
}

const Query = ({ caseId, query, nameOf, onJump }: Omit<Props, 'queries'> & { query: QueryView }) => {
  const { t, i18n } = useTranslation();
  const cache = useQueryClient();
  const [text, setText] = useState('');
  const refresh = (): Promise<void> => cache.invalidateQueries({ queryKey: ['case', caseId] });
  const answer = useMutation({
    mutationFn: () => answerQuery(caseId, query.id, text),
    onSuccess: async () => {
      setText('');
      await refresh();
    },
  });
  const close = useMutation({ mutationFn: () => closeQuery(caseId, query.id), onSuccess: refresh });
  return (
    <Card
      size="small"
      title={
        <Button
          type="link"
          style={{ padding: 0 }}
          onClick={() => {
            onJump(query.address);
          }}
        >
          {nameOf(query.address)}
        </Button>
      }
      extra={<Tag color={COLOURS[query.status]}>{t(`query.${query.status}`)}</Tag>}
    >
      {query.remarks.map((remark) => (
        <p key={`${remark.at}${remark.text}`} className="remark">
          <span>{remark.text}</span>
          <small className="quiet">
            {remark.by} · {moment(remark.at, i18n.language)}
          </small>
        </p>
      ))}
      {query.mayAnswer ? (
        <Space.Compact style={{ width: '100%' }}>
          <Input
            value={text}
            maxLength={2000}
            placeholder={t('query.answer-placeholder')}
            aria-label={t('query.answer-placeholder')}
            onChange={(event) => {
              setText(event.target.value);
            }}
          />
          <Button
            disabled={text.trim() === ''}
            loading={answer.isPending}
            onClick={() => {
              answer.mutate();
            }}
          >
            {t('query.answer')}
          </Button>
        </Space.Compact>
      ) : null}
      {query.mayClose && query.status !== 'closed' ? (
        <Button
          size="small"
          style={{ marginTop: 8 }}
          loading={close.isPending}
          onClick={() => {
            close.mutate();
          }}
        >
          {t('query.close')}
        </Button>
      ) : null}
      <ProblemAlert error={answer.error ?? close.error} />
    </Card>
  );
};

/** Remarks on single cells: open ones first, each with a way to its cell. */
export const QueriesPanel = ({ queries, ...rest }: Props) => {
  const { t } = useTranslation();
  if (queries.length === 0) return null;
  const order = ['open', 'answered', 'row_removed', 'closed'];
  const sorted = [...queries].sort((one, other) => order.indexOf(one.status) - order.indexOf(other.status));
  return (
    <section aria-label={t('query.title')} className="side-block">
      <h2>{t('query.title')}</h2>
      <Space orientation="vertical" style={{ width: '100%' }}>
        {sorted.map((query) => (
          <Query key={query.id} query={query} {...rest} />
        ))}
      </Space>
    </section>
  );
};
