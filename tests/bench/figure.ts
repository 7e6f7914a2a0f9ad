/** One measured number beside what it is measured against. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** What the value stands beside: another measurement of the same run, or a fixed bound. */
  limit: { value: number; of: string } | null;
  /** Value by limit. */
  ratio: number | null;
  /** What is asked of it; null where the figure only informs. */
  target: Target | null;
}

/** What must hold: a bound of the value itself, or of its ratio to the limit. */
export interface Target {
  of: 'value' | 'ratio';
  least?: number;
  most?: number;
}

export const figure = (
  name: string,
  [value, unit]: readonly [number, string],
  more: { limit?: { value: number; of: string }; target?: Target } = {},
): Figure => {
  const { limit = null, target = null } = more;
  return { name, value, unit, limit, ratio: limit === null ? null : value / limit.value, target };
};

/** Undefined where nothing is asked. */
const isMet = ({ value, ratio, target }: Figure): boolean | undefined => {
  if (target === null) return undefined;
  const measured = target.of === 'value' ? value : (ratio ?? Number.NaN);
  return (
    measured >= (target.least ?? Number.NEGATIVE_INFINITY) && measured <= (target.most ?? Number.POSITIVE_INFINITY)
  );
};

const digits = (value: number): string => {
  if (Math.abs(value) >= 100) return value.toFixed(0);
  if (Math.abs(value) < 0.1) return value.toPrecision(2);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
};

const targetText = ({ of, least, most }: Target): string =>
  [
    ...(least === undefined ? [] : [`${of} >= ${String(least)}`]),
    ...(most === undefined ? [] : [`${of} <= ${String(most)}`]),
  ].join(', ');

/** Name, value, unit, limit, ratio, and whether what is asked is reached. */
export const lineOf = (one: Figure): string => {
  const limit = one.limit === null ? '' : `limit ${digits(one.limit.value)} (${one.limit.of})`;
  const ratio = one.ratio === null ? '' : `ratio ${digits(one.ratio)}`;
  const verdict = one.target === null ? '' : `${targetText(one.target)}: ${isMet(one) === true ? 'reached' : 'MISSED'}`;
  const value = `${digits(one.value).padStart(8)} ${one.unit.padEnd(10)}`;
  return [one.name.padEnd(30), value, limit.padEnd(46), ratio.padEnd(12), verdict].join(' ').trimEnd();
};

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};

/** The value below which a share (0 to 1) of all lies. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};
