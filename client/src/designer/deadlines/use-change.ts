import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MoveDeadline } from '#contract/wire/deadline.ts';
import { changeDeadline, previewDeadline } from '../../api/deadlines.ts';
import { ApiProblem } from '../../api/problem.ts';

/**
 * The preview of a wish as soon as it is complete, and the change that is confirmed on it. Where something moved since,
 * the preview is asked for anew, so that nobody confirms what is no longer true.
 */
export const useChange = (programme: string, wish: MoveDeadline | null, onDone: (moved: number) => void) => {
  const queries = useQueryClient();
  const preview = useQuery({
    queryKey: ['deadline-preview', programme, wish],
    queryFn: wish === null ? skipToken : ({ signal }) => previewDeadline(programme, wish, signal),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const change = useMutation({
    mutationFn: ({ wish: confirmed, token, reason }: { wish: MoveDeadline; token: string; reason: string }) =>
      changeDeadline(programme, { ...confirmed, token, reason }),
    onSuccess: async ({ moved }) => {
      onDone(moved);
      await queries.invalidateQueries();
    },
    onError: async (error) => {
      if (error instanceof ApiProblem && error.code === 'stale') await preview.refetch();
    },
  });
  const isStale = change.error instanceof ApiProblem && change.error.code === 'stale';
  return { preview, change, isStale };
};
