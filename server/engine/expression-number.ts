/**
 * Exact numbers. A whole number that JavaScript holds exactly stays a `number`; everything else is a whole number of
 * units and a count of decimals, so that 0.1 + 0.2 is 0.3 and a sum of money never drifts by a cent.
 */
interface Exact {
  readonly units: bigint;
  readonly scale: number;
}
export type Quantity = number | Exact;

/** A quotient that does not end is rounded half to even at this many decimals. */
const DIVISION_DECIMALS = 20;

const power = (exponent: number): bigint => 10n ** BigInt(exponent);

const simplest = (units: bigint, scale: number): Quantity => {
  let [whole, decimals] = [units, scale];
  while (decimals > 0 && whole % 10n === 0n) [whole, decimals] = [whole / 10n, decimals - 1];
  const plain = decimals === 0 ? Number(whole) : NaN;
  return Number.isSafeInteger(plain) ? plain : { units: whole, scale: decimals };
};

const exact = (value: Quantity): Exact => (typeof value === 'number' ? { units: BigInt(value), scale: 0 } : value);

/** The number that a decimal text writes (`12`, `-0.50`, `1e3`), or null where it is no number. */
export const quantityOf = (text: string): Quantity | null => {
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text);
  const digits = parts === null ? '' : `${parts[2] ?? ''}${parts[3] ?? ''}`;
  if (parts === null || digits === '') return null;
  const units = BigInt(`${parts[1] === '-' ? '-' : ''}${digits}`);
  const scale = (parts[3] ?? '').length - Number(parts[4] ?? 0);
  return scale >= 0 ? simplest(units, scale) : simplest(units * power(-scale), 0);
};

/** A finite JavaScript number as it is written, which is what the person who typed it meant. */
export const quantity = (value: number): Quantity => {
  if (Number.isSafeInteger(value)) return value + 0;
  const hundredths = Math.round(value * 100);
  // The division rounds correctly, so equality means that the number is written with two decimals: amounts of money take this way.
  const isMoney = Number.isSafeInteger(hundredths) && hundredths / 100 === value;
  return isMoney ? simplest(BigInt(hundredths), 2) : (quantityOf(String(value)) ?? 0);
};

const unitsAt = ({ units, scale }: Exact, wanted: number): bigint =>
  scale === wanted ? units : units * power(wanted - scale);

const aligned = (a: Quantity, b: Quantity): { left: bigint; right: bigint; scale: number } => {
  const [x, y] = [exact(a), exact(b)];
  const scale = Math.max(x.scale, y.scale);
  return { left: unitsAt(x, scale), right: unitsAt(y, scale), scale };
};

export const add = (a: Quantity, b: Quantity): Quantity => {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a + b)) return a + b;
  const { left, right, scale } = aligned(a, b);
  return simplest(left + right, scale);
};

export const negate = (a: Quantity): Quantity => (typeof a === 'number' ? 0 - a : { units: -a.units, scale: a.scale });

export const subtract = (a: Quantity, b: Quantity): Quantity => add(a, negate(b));

export const multiply = (a: Quantity, b: Quantity): Quantity => {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a * b)) return a * b + 0;
  const [x, y] = [exact(a), exact(b)];
  return simplest(x.units * y.units, x.scale + y.scale);
};

const roundedQuotient = (dividend: bigint, divisor: bigint): bigint => {
  const quotient = dividend / divisor;
  const rest = dividend % divisor;
  const twice = 2n * (rest < 0n ? -rest : rest);
  const size = divisor < 0n ? -divisor : divisor;
  if (twice < size || (twice === size && quotient % 2n === 0n)) return quotient;
  return dividend < 0n === divisor < 0n ? quotient + 1n : quotient - 1n;
};

/** The decimal quotient, or null where the divisor is zero. */
export const divide = (a: Quantity, b: Quantity): Quantity | null => {
  const { left, right } = aligned(a, b);
  return right === 0n ? null : simplest(roundedQuotient(left * power(DIVISION_DECIMALS), right), DIVISION_DECIMALS);
};

/** What is left of a division of whole numbers, with the sign of the dividend; null where the divisor is zero. */
export const remainder = (a: Quantity, b: Quantity): Quantity | null => {
  const { left, right, scale } = aligned(a, b);
  return right === 0n ? null : simplest(left % right, scale);
};

/** The whole part, towards zero. */
export const truncate = (a: Quantity): Quantity => (typeof a === 'number' ? a : simplest(a.units / power(a.scale), 0));

export const compare = (a: Quantity, b: Quantity): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const { left, right } = aligned(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
};

/** The number as people write it, without exponent and without needless zeros. */
export const quantityText = (a: Quantity): string => {
  if (typeof a === 'number') return String(a);
  if (a.scale === 0) return String(a.units);
  const digits = String(a.units < 0n ? -a.units : a.units).padStart(a.scale + 1, '0');
  return `${a.units < 0n ? '-' : ''}${digits.slice(0, -a.scale)}.${digits.slice(-a.scale)}`;
};

/** The nearest JavaScript number, as JSON holds it. */
export const numberOf = (a: Quantity): number => (typeof a === 'number' ? a : Number(quantityText(a)));
