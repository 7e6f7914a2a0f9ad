/** The chance that at least one of `calls` people asked at random, out of `used`, holds one of `stolen` codes. */
export const chanceToFind = (used: number, stolen: number, calls: number): number => {
  let missed = 1;
  for (let n = 0; n < Math.min(calls, used); n += 1) missed *= Math.max(0, used - stolen - n) / (used - n);
  return 1 - missed;
};
