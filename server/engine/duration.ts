/** A length of time as definitions write it, taken apart. `WD` are working days. */
export interface Length {
  amount: number;
  unit: 'D' | 'W' | 'M' | 'WD' | 'H' | 'MIN';
}

const WRITTEN = /^P(T?)(\d+)(WD|[DWMH])$/;

/** Reads `P7D`, `P2W`, `P1M`, `P5WD`, `PT48H`, `PT30M`; null where the text is none of these. */
export const readDuration = (text: string): Length | null => {
  const [, time, digits, unit] = WRITTEN.exec(text) ?? [];
  if (digits === undefined || unit === undefined) return null;
  const amount = Number(digits);
  if (time === 'T') return unit === 'H' ? { amount, unit } : unit === 'M' ? { amount, unit: 'MIN' } : null;
  return unit === 'H' ? null : { amount, unit: unit as 'D' | 'W' | 'M' | 'WD' };
};

/** Hours and minutes are counted on the clock, everything else in whole days. */
export const isClockLength = (length: Length): boolean => length.unit === 'H' || length.unit === 'MIN';

/** Milliseconds of a length that is counted on the clock. */
export const clockMilliseconds = (length: Length): number => length.amount * (length.unit === 'H' ? 3_600_000 : 60_000);
