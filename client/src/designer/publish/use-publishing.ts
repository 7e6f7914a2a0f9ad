import { keepPreviousData, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PublicationPreview, PublicationView, WantedPublication } from '#contract/wire/publication.ts';
import { makePublication, previewPublication } from '../../api/publications.ts';
import { ApiProblem } from '../../api/problem.ts';

export const isStale = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'stale';

/** Refusals after which everything is looked at anew: the data moved, or a plan is wanted that was not before. */
const isOutdated = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.code === 'stale' || error.code === 'conflict');

/** A look at what is wanted, and publishing what was looked at. */
export const usePublishing = (
  programme: string,
  wanted: WantedPublication | null,
  onMade: (made: PublicationView) => void,
) => {
  const queries = useQueryClient();
  const preview = useQuery({
    queryKey: ['publication-preview', programme, wanted],
    queryFn: wanted === null ? skipToken : ({ signal }) => previewPublication(programme, wanted, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const make = useMutation({
    mutationFn: ({ of, token, note }: { of: WantedPublication; token: PublicationPreview['token']; note: string }) =>
      makePublication(programme, { ...of, token, ...(note.trim() === '' ? {} : { note }) }),
    onSuccess: async (made) => {
      onMade(made);
      await queries.invalidateQueries();
    },
    onError: async (error) => {
      if (isOutdated(error)) await preview.refetch();
    },
  });
  return { preview, make };
};
