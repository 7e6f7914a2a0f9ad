import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ContestPlace, countElection } from '../../api/contests.ts';

/** Counting, once more where something changed; every count is kept. */
export const useCount = (place: ContestPlace) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (order: { withdrawn: string[]; decisions: string[][] }) => countElection(place, order),
    onSettled: () => queries.invalidateQueries({ queryKey: ['contest-tallies', place] }),
  });
};
