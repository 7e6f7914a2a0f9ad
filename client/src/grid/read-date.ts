const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const padded = (value: number, length: number): string => String(value).padStart(length, '0');

const dateOf = (year: number, month: number, day: number): string | undefined =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
    ? `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`
    : undefined;

const simplify = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replaceAll(/\s*([年月日])\s*/g, '$1');

const dayForms = [
  /^(?<year>\d{4})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
];
const dayOfThisYear = /^(?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?$/;
const monthForms = [/^(?<year>\d{4})[-/.年](?<month>\d{1,2})月?$/, /^(?<year>\d{4})(?<month>\d{2})$/];

const firstMatch = (forms: readonly RegExp[], text: string): Record<string, string> | undefined => {
  for (const form of forms) {
    const groups = form.exec(text)?.groups;
    if (groups !== undefined) return groups;
  }
  return undefined;
};

/**
 * A date as people write it, as `YYYY-MM-DD`: 2024-3-1, 2024/3/1, 2024.3.1, 2024年3月1日, 20240301, full-width digits,
 * a midnight behind it. With `today` (`YYYY-MM-DD`) also 3/1 and 3月1日 of this year. Undefined where it is no date or
 * can be read in two ways, as 03/04/2024.
 */
export const readDate = (source: string, today?: string): string | undefined => {
  const text = simplify(source).replace(/(?:\s+|(日))0{1,2}:00(?::00)?$/, '$1');
  const groups = firstMatch(dayForms, text);
  if (groups !== undefined) return dateOf(Number(groups['year']), Number(groups['month']), Number(groups['day']));
  const short = dayOfThisYear.exec(text)?.groups;
  if (short === undefined || today === undefined) return undefined;
  return dateOf(Number(today.slice(0, 4)), Number(short['month']), Number(short['day']));
};

/** A month as people write it, as `YYYY-MM`: 2024-3, 2024/3, 2024.3, 2024年3月, 202403. */
export const readMonth = (source: string): string | undefined => {
  const groups = firstMatch(monthForms, simplify(source));
  return groups === undefined ? undefined : dateOf(Number(groups['year']), Number(groups['month']), 1)?.slice(0, 7);
};
