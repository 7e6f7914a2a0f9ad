import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Input, Space, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetField } from '#contract/wire/judging.ts';
import type { MattersView } from '#contract/wire/matter.ts';
import { closeMatter, fetchMatters, openMatter } from '../../api/judging.ts';
import { moment } from '../../ui/dates.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { JudgingSheet } from './judging-sheet.tsx';

type Matter = MattersView['matters'][number];

interface WordsProps {
  label: string;
  send: string;
  /** What is asked beside the text. */
  fields?: readonly SheetField[];
  run: (text: string, data: Record<string, unknown>) => Promise<unknown>;
}

/** A text, what a form asks beside it, and a button that sends them. */
const Words = ({ label, send, fields = [], run }: WordsProps) => {
  const [text, setText] = useState('');
  const [data, setData] = useState<Record<string, unknown>>({});
  const sending = useMutation({
    mutationFn: () => run(text, data),
    onSuccess: () => {
      setText('');
      setData({});
    },
  });
  return (
    <Space orientation="vertical" className="wide">
      <Input.TextArea
        value={text}
        rows={2}
        maxLength={4000}
        aria-label={label}
        placeholder={label}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <JudgingSheet fields={fields} data={data} disabled={false} onChange={setData} />
      <Button
        disabled={text.trim() === ''}
        loading={sending.isPending}
        onClick={() => {
          sending.mutate();
        }}
      >
        {send}
      </Button>
      <ProblemAlert error={sending.error} />
    </Space>
  );
};

const MatterCard = ({ matter, onClose }: { matter: Matter; onClose: (answer: string) => Promise<unknown> }) => {
  const { t, i18n } = useTranslation();
  const { status, contact } = matter;
  return (
    <Card
      size="small"
      title={matter.kindTitle}
      extra={<Tag color={status === 'open' ? 'warning' : 'default'}>{t(`matter.${status}`)}</Tag>}
    >
      <p>{matter.text}</p>
      {matter.fields.map(({ title, text }) => (
        <p key={title}>
          {title}: {text}
        </p>
      ))}
      <small className="quiet">
        {matter.by} {contact === null ? '' : `· ${contact}`} · {moment(matter.openedAt, i18n.language)}
      </small>
      {matter.answer === null ? null : (
        <p>
          {t('matter.answer')}: {matter.answer}
        </p>
      )}
      {matter.mayClose ? <Words label={t('matter.answer')} send={t('matter.close')} run={onClose} /> : null}
    </Card>
  );
};

/** Objections, questions and declared interests of a case; nothing where it has none and none may be opened. */
export const MattersPanel = ({ caseId, version }: { caseId: string; version: number }) => {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { data } = useQuery({ queryKey: ['case', caseId, 'matters', version], queryFn: () => fetchMatters(caseId) });
  const refresh = (): Promise<void> => cache.invalidateQueries({ queryKey: ['case', caseId] });
  if (data === undefined || data.matters.length + data.mayOpen.length + data.links.length === 0) return null;
  return (
    <section aria-label={t('matter.title')} className="judging">
      <h2>{t('matter.title')}</h2>
      <div className="judging-subjects">
        {data.matters.map((matter) => (
          <MatterCard
            key={matter.id}
            matter={matter}
            onClose={async (answer) => {
              await closeMatter(caseId, matter.id, answer);
              await refresh();
            }}
          />
        ))}
        {data.mayOpen.map(({ kind, title, fields }) => (
          <Card key={kind} size="small" title={t('matter.new', { title })}>
            <Words
              label={t('matter.text')}
              send={t('matter.send')}
              fields={fields}
              run={async (text, filled) => {
                await openMatter(caseId, { kind, text, ...(fields.length > 0 && { data: filled }) });
                await refresh();
              }}
            />
          </Card>
        ))}
      </div>
      {data.links.map(({ kind, title, path }) => (
        <p key={kind}>
          {t('matter.link', { title })}: <Typography.Text copyable>{`${location.origin}${path}`}</Typography.Text>
        </p>
      ))}
    </section>
  );
};
