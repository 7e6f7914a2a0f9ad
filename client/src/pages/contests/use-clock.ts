import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type ContestPlace, fetchContestClock } from '../../api/contests.ts';

/** How often the clock is asked, milliseconds. */
const ASK_EVERY = 60_000;

const behind = async (place: ContestPlace): Promise<number> => {
  const asked = Date.now();
  const now = Date.parse(await fetchContestClock(place));
  return now - (asked + Date.now()) / 2;
};

/** The time of the clock that opens and closes elections, every second, whatever this computer's clock says. */
export const useClock = (place: ContestPlace): number | null => {
  const { data: offset } = useQuery({
    queryKey: ['contest-clock', place],
    queryFn: () => behind(place),
    refetchInterval: ASK_EVERY,
  });
  const [tick, setTick] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setTick(Date.now());
    }, 1_000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return offset === undefined ? null : tick + offset;
};
