/** A key that is not taken: the wished one, else with the first number that is free. */
export const freshKey = (wished: string, taken: Iterable<string>): string => {
  const known = new Set(taken);
  if (!known.has(wished)) return wished;
  let n = 2;
  while (known.has(`${wished}_${String(n)}`)) n += 1;
  return `${wished}_${String(n)}`;
};
