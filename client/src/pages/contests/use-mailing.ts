import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { addRecipients, type ContestPlace, dropRecipients, fetchDeliveries, sendNext } from '../../api/contests.ts';

/** Sends letters by and by until nobody waits, the person stops it, or the mail server takes none. */
const sendAll = async (place: ContestPlace, told: () => Promise<unknown>, isStopped: () => boolean) => {
  for (;;) {
    const { sent, refused, waiting } = await sendNext(place);
    await told();
    if (waiting === 0) return 'done' as const;
    if (isStopped()) return 'stopped' as const;
    if (sent + refused === 0) return 'stuck' as const;
  }
};

/** Mailing codes: who waits, and going on where it was left. */
export const useMailing = (place: ContestPlace) => {
  const queries = useQueryClient();
  const isStopped = useRef(false);
  const refresh = () =>
    Promise.all(['contest-deliveries', 'contest'].map((key) => queries.invalidateQueries({ queryKey: [key, place] })));
  const view = useQuery({ queryKey: ['contest-deliveries', place], queryFn: () => fetchDeliveries(place) });
  const add = useMutation({
    mutationFn: (given: { batch: string; recipients: string[] }) => addRecipients(place, given),
    onSettled: refresh,
  });
  const drop = useMutation({
    mutationFn: (state: 'waiting' | 'refused') => dropRecipients(place, state),
    onSettled: refresh,
  });
  const send = useMutation({
    mutationFn: () => {
      isStopped.current = false;
      return sendAll(place, refresh, () => isStopped.current);
    },
    onSettled: refresh,
  });
  const stop = (): void => {
    isStopped.current = true;
  };
  return { view, add, drop, send, stop };
};
