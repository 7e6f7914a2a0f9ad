/** An exact fraction in lowest terms; the denominator is positive. */
export interface Ratio {
  n: bigint;
  d: bigint;
}

const greatestDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestDivisor(b, a % b));

const reduced = (n: bigint, d: bigint): Ratio => {
  const divisor = greatestDivisor(n < 0n ? -n : n, d);
  return divisor === 0n ? { n: 0n, d: 1n } : { n: n / divisor, d: d / divisor };
};

export const ZERO: Ratio = { n: 0n, d: 1n };

export const whole = (value: number | bigint): Ratio => ({ n: BigInt(value), d: 1n });

const DECIMAL = /^(-?)(\d{1,18})(?:\.(\d{1,9}))?$/;

/** A decimal as text (`0.25`), exactly; null where the text is none. */
export const decimal = (text: string): Ratio | null => {
  const found = DECIMAL.exec(text);
  if (found === null) return null;
  const [, sign = '', before = '', after = ''] = found;
  const n = BigInt(before + after);
  return reduced(sign === '-' ? -n : n, 10n ** BigInt(after.length));
};

/** A decimal that was checked before; what is none counts as nothing. */
export const amount = (text: string): Ratio => decimal(text) ?? ZERO;

export const plus = (a: Ratio, b: Ratio): Ratio => reduced(a.n * b.d + b.n * a.d, a.d * b.d);

export const times = (a: Ratio, b: Ratio): Ratio => reduced(a.n * b.n, a.d * b.d);

/** Nothing where the divisor is nothing: a share of no votes is no share. */
export const over = (a: Ratio, b: Ratio): Ratio => {
  if (b.n === 0n) return ZERO;
  return b.n < 0n ? reduced(-a.n * b.d, a.d * -b.n) : reduced(a.n * b.d, a.d * b.n);
};

/** Negative where `a` is smaller. */
export const compare = (a: Ratio, b: Ratio): number => {
  const [left, right] = [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
};

export const sumOf = (values: Iterable<Ratio>): Ratio => [...values].reduce(plus, ZERO);

const floor = ({ n, d }: Ratio): bigint => (n >= 0n ? n / d : -((-n + d - 1n) / d));

/** Rounded to so many decimal places; the half goes up. */
export const rounded = (value: Ratio, places: number): Ratio => {
  const scale = 10n ** BigInt(places);
  return reduced(floor(plus(times(value, whole(scale)), { n: 1n, d: 2n })), scale);
};

/** `3` or `7/2`: the one text of a value. */
export const ratioText = ({ n, d }: Ratio): string => (d === 1n ? String(n) : `${String(n)}/${String(d)}`);
