import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseView } from '#contract/wire/case.ts';
import { claimTask, releaseTask, revealCase } from '../../api/cases.ts';
import { day } from '../../ui/dates.ts';
import { DueTag } from '../../ui/due-tag.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { DraftLine } from './draft-status.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import type { DraftStatus } from './use-draft.ts';

const Tasks = ({ view }: { view: CaseView }) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const refresh = (): Promise<void> => queries.invalidateQueries();
  const claim = useMutation({ mutationFn: (task: string) => claimTask(view.id, task), onSuccess: refresh });
  const release = useMutation({ mutationFn: (task: string) => releaseTask(view.id, task), onSuccess: refresh });
  return (
    <>
      {view.tasks.map((task) => {
        if (task.mine)
          return (
            <Button
              key={task.key}
              onClick={() => {
                release.mutate(task.key);
              }}
            >
              {t('case.release')}
            </Button>
          );
        if (task.assignee !== null)
          return (
            <span key={task.key} className="quiet">
              {t('case.claimed-by', { name: task.assignee })}
            </span>
          );
        return task.mayClaim ? (
          <Button
            key={task.key}
            onClick={() => {
              claim.mutate(task.key);
            }}
          >
            {t('case.claim')}
          </Button>
        ) : null;
      })}
      <ProblemAlert error={claim.error ?? release.error} />
    </>
  );
};

/** What this is, whose, until when, where it stands. */
export const CaseHeading = ({ view, status }: { view: CaseView; status: DraftStatus }) => {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [revealing, setRevealing] = useState(false);
  const reveal = async (reason: string): Promise<void> => {
    const { data } = await revealCase(view.id, reason);
    queries.setQueryData<CaseView>(['case', view.id], (now) =>
      now === undefined ? now : { ...now, data, masked: [], mayReveal: false, lockVersion: now.lockVersion },
    );
  };
  return (
    <>
      <PageHeading title={view.workflowTitle}>
        <Space wrap>
          <DraftLine status={status} />
          {view.read === 'none' && view.write === 'none' ? null : (
            <Link to={`/cases/${view.id}/print`}>{t('case.print')}</Link>
          )}
          {view.masked.length > 0 && view.mayReveal ? (
            <Button
              onClick={() => {
                setRevealing(true);
              }}
            >
              {t('case.reveal')}
            </Button>
          ) : null}
          <Tasks view={view} />
        </Space>
      </PageHeading>
      <div className="case-facts">
        {view.organisation === null ? null : <strong>{view.organisation.title}</strong>}
        {view.period === null ? null : (
          <span>
            {view.period.title}（{day(view.period.from, i18n.language)}—{day(view.period.to, i18n.language)}）
          </span>
        )}
        <StateTag row={view} />
        <span>
          {t('case.due')}
          {t('colon')}
          <DueTag due={view.due} done={view.status !== 'open'} />
        </span>
      </div>
      {revealing ? (
        <ReasonDialog
          title={t('case.reveal')}
          explain={t('case.reveal-explain')}
          onGiven={reveal}
          onClose={() => {
            setRevealing(false);
          }}
        />
      ) : null}
    </>
  );
};
