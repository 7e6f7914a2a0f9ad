import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v4 as uuid } from 'uuid';
import type { AvailableAction, CaseView } from '#contract/wire/case.ts';
import { takeAction } from '../../api/cases.ts';
import { ApiProblem, isOffline } from '../../api/problem.ts';
import type { PlacedIssue } from '../../form/placed-issue.ts';
import type { Checked } from '../../form/use-checked.ts';
import type { ActionInput } from './action-dialog.tsx';
import { forgetBackup } from './draft-backup.ts';
import type { useDraft } from './use-draft.ts';

interface Props {
  view: CaseView;
  draft: ReturnType<typeof useDraft>;
  checked: Checked;
  keepTyping: () => void;
}

/** Kinds that send content which must be right in full. */
const sendsContent = (action: AvailableAction): boolean => action.kind === 'submit';

/**
 * Taking an action: errors first, then what it needs (comment, reasons, warnings seen), then one request.
 * One intention has one key, so that a double click or a retry after a lost network does it once.
 */
export const useCaseActions = ({ view, draft, checked, keepTyping }: Props) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<AvailableAction | null>(null);
  const [attempted, setAttempted] = useState(false);
  const [serverIssues, setServerIssues] = useState<PlacedIssue[]>([]);
  const key = useRef('');

  const send = useMutation({
    mutationFn: async ({ action, input }: { action: AvailableAction; input: ActionInput }) => {
      if (draft.status.kind !== 'clean') await draft.flush();
      return takeAction(view.id, key.current, {
        action: action.key,
        lockVersion: view.lockVersion,
        ...(input.comment === undefined ? {} : { comment: input.comment }),
        ...(input.reasons === undefined ? {} : { reasons: input.reasons }),
        ...(sendsContent(action) ? { data: draft.data, accepted: true } : {}),
        ...(action.proxy ? { proxy: true } : {}),
      });
    },
    onSuccess: async (_, { action }) => {
      setAsked(null);
      forgetBackup(view.id);
      void message.success(t('case.done', { title: action.title }));
      await queries.invalidateQueries();
    },
    onError: (error) => {
      // Only a request that may have arrived keeps its key; after a refusal the next try is a new intention.
      if (!isOffline(error)) key.current = uuid();
      if (!(error instanceof ApiProblem) || error.code !== 'invalid') return;
      setAsked(null);
      setServerIssues(error.issues.map((issue) => checked.place(issue)));
    },
  });

  const begin = (action: AvailableAction): void => {
    keepTyping();
    setServerIssues([]);
    send.reset();
    if (sendsContent(action)) {
      setAttempted(true);
      const errors = checked.issuesNow().filter(({ severity }) => severity === 'error');
      if (errors.length > 0) {
        void message.warning(t('case.fix-first', { count: errors.length }));
        return;
      }
    }
    key.current = uuid();
    setAsked(action);
  };

  return {
    asked,
    attempted,
    serverIssues,
    begin,
    busy: send.isPending,
    error: send.error,
    warnings:
      asked === null
        ? []
        : [
            ...asked.warnings,
            ...(sendsContent(asked)
              ? checked.issues.filter(({ severity }) => severity !== 'error').map(({ message: text }) => text)
              : []),
          ],
    confirm: (input: ActionInput): void => {
      if (asked !== null) send.mutate({ action: asked, input });
    },
    close: (): void => {
      setAsked(null);
    },
  };
};
