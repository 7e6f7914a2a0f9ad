/**
 * The chance to meet at least one of `stolen` codes when `calls` of the people whose codes were used are asked, picked
 * without putting back.
 */
export const chanceToFind = ({ used, stolen, calls }: { used: number; stolen: number; calls: number }): number => {
  let missed = 1;
  for (let n = 0; n < Math.min(calls, used); n += 1) missed *= Math.max(0, used - stolen - n) / (used - n);
  return 1 - missed;
};
