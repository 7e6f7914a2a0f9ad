import { useQuery } from '@tanstack/react-query';
import { Alert, Result, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { SignUpReceipt } from '#contract/wire/join.ts';
import { ApiProblem } from '../../api/problem.ts';
import { fetchJoin } from '../../api/starts.ts';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { heldReceipt, holdReceipt } from './held-receipt.ts';
import './join.css';
import { JoinForm } from './join-form.tsx';
import { ReceiptQuestion } from './receipt-question.tsx';

/** Where somebody without an account signs up with an organisation. */
export const JoinPage = () => {
  const { t, i18n } = useTranslation();
  const { programme = '', workflow = '' } = useParams();
  const [done, setDone] = useState<SignUpReceipt | null>(null);
  const { data, error, isPending } = useQuery({
    queryKey: ['join', programme, workflow, i18n.language],
    queryFn: () => fetchJoin({ programme, workflow }),
    retry: false,
  });
  const held = heldReceipt(programme, workflow);
  return (
    <main className="join-page">
      <LanguageSwitch />
      {error instanceof ApiProblem && error.code === 'not-found' ? (
        <Result status="info" title={t('join.nothing')} subTitle={t('join.nothing-help')} />
      ) : (
        <ProblemAlert error={error} />
      )}
      {isPending ? <Spin /> : null}
      {data === undefined ? null : (
        <>
          <p className="quiet">{data.programmeTitle}</p>
          <h1>{data.title}</h1>
          {data.description === null ? null : <p>{data.description}</p>}
          {data.closed === null ? null : <Alert type="info" showIcon title={data.closed} />}
          {done === null && held !== null ? (
            <Alert type="info" showIcon title={t('join.before', { receipt: held })} />
          ) : null}
          {done !== null ? (
            <Result
              status="success"
              title={t('join.done')}
              subTitle={t('join.keep', { organisation: done.organisation })}
              extra={
                <p>
                  {t('join.receipt')}
                  <br />
                  <strong className="join-number">{done.receipt}</strong>
                </p>
              }
            />
          ) : data.closed === null ? (
            <JoinForm
              view={data}
              onDone={(receipt) => {
                holdReceipt(programme, workflow, receipt.receipt);
                setDone(receipt);
              }}
            />
          ) : null}
        </>
      )}
      <ReceiptQuestion key={done?.receipt ?? held ?? ''} held={done?.receipt ?? held} />
    </main>
  );
};
