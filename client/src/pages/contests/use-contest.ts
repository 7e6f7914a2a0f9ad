import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ProposeAction } from '#contract/wire/contest.ts';
import {
  confirmAction,
  type ContestPlace,
  fetchContest,
  fetchContestSetting,
  fetchTallies,
  proposeAction,
  withdrawAction,
} from '../../api/contests.ts';

/** How often the page looks for what another organiser did, milliseconds. */
const LOOK_EVERY = 5_000;

/** An election with everything around it. Counts are asked for only once there can be one. */
export const useContest = (place: ContestPlace) => {
  const view = useQuery({
    queryKey: ['contest', place],
    queryFn: () => fetchContest(place),
    refetchInterval: LOOK_EVERY,
  });
  const status = view.data?.status;
  const setting = useQuery({
    queryKey: ['contest-setting', place, status],
    queryFn: () => fetchContestSetting(place),
    refetchInterval: LOOK_EVERY * 4,
  });
  const tallies = useQuery({
    queryKey: ['contest-tallies', place],
    queryFn: () => fetchTallies(place),
    enabled: status === 'closed' || status === 'certified',
    refetchInterval: LOOK_EVERY,
  });
  return { view, setting, tallies };
};

/** What two people do: one proposes, another confirms, either takes back. */
export const useProposals = (place: ContestPlace) => {
  const queries = useQueryClient();
  const refresh = () =>
    Promise.all(
      ['contest', 'contest-setting', 'contest-tallies'].map((key) =>
        queries.invalidateQueries({ queryKey: [key, place] }),
      ),
    );
  const propose = useMutation({
    mutationFn: (proposal: ProposeAction) => proposeAction(place, proposal),
    onSettled: refresh,
  });
  const confirm = useMutation({ mutationFn: (id: string) => confirmAction(place, id), onSettled: refresh });
  const withdraw = useMutation({ mutationFn: (id: string) => withdrawAction(place, id), onSettled: refresh });
  return { propose, confirm, withdraw };
};
