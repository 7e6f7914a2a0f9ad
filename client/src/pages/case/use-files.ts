import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CaseView } from '#contract/wire/case.ts';
import { removeAttachment, uploadAttachment } from '../../api/cases.ts';
import type { FileDesk } from '../../form/form-context.ts';

/** The files of a case; the list on screen follows each upload without asking for the whole case again. */
export const useFiles = (view: CaseView): FileDesk => {
  const queries = useQueryClient();
  return useMemo(() => {
    const change = (next: (files: CaseView['attachments']) => CaseView['attachments']): void => {
      queries.setQueryData<CaseView>(['case', view.id], (now) =>
        now === undefined ? now : { ...now, attachments: next(now.attachments) },
      );
    };
    return {
      list: view.attachments,
      upload: async (address, file) => {
        const made = await uploadAttachment(view.id, address, file);
        change((files) => [...files, made]);
        return made;
      },
      remove: async (id) => {
        await removeAttachment(id);
        change((files) => files.filter((file) => file.id !== id));
      },
    };
  }, [queries, view.attachments, view.id]);
};
