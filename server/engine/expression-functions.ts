import { addMonths, dayAt, daysBetween, isDay } from './calendar.ts';
import type { AgeRule } from './expression-age.ts';
import { AGE_RULES, ageOn } from './expression-age.ts';
import type { Quantity } from './expression-number.ts';
import { add, numberOf, quantityOf, quantityText, truncate } from './expression-number.ts';
import type { Definition, Surroundings } from './expression-signature.ts';
import { either, isRefused, method, plain, refused, takes } from './expression-signature.ts';
import type { ValueType } from './expression-type.ts';
import { BOOL, DATE, DECIMAL, INT, TEXT, listOf } from './expression-type.ts';
import { isEqual, order } from './expression-value.ts';
import { workdaysBetween } from './workday.ts';

/** The functions that expressions may call: pure, total, and none beside these. */

const LONGEST_COUNT_OF_DAYS = 3_700;
const MOST_PARTS = 1_000;

const text = takes('text');
const texts = takes('text', 'text');
const days = takes('date', 'date');
const dayAndCount = takes('date', 'int');

const elementOf = ([type]: readonly ValueType[]): ValueType => (type?.is === 'list' ? type.of : DECIMAL);

const extreme =
  (sign: 1 | -1) =>
  ([list]: [unknown[]]): unknown =>
    list.length === 0 ? refused('empty-list') : list.reduce((best, one) => (sign * order(one, best) < 0 ? one : best));

/** An empty text is an absent one. */
const distinct = (list: unknown[]): number => {
  const simple = new Set(list.filter((one) => typeof one !== 'object' && one !== ''));
  const others = list.filter((one) => typeof one === 'object');
  return simple.size + others.filter((one, i) => others.findIndex((other) => isEqual(one, other)) === i).length;
};

const slice = (whole: string, from: number, to: number): unknown =>
  from < 0 || from > to || to > whole.length ? refused('out-of-range') : whole.slice(from, to);

const later = (day: string, months: number): unknown => {
  const moved = addMonths(day, months);
  return isDay(moved) ? moved : refused('out-of-range');
};

const parsed = (written: string): unknown => quantityOf(written.trim()) ?? refused('not-a-number');

const parsedWhole = (written: string): unknown => {
  const value = parsed(written);
  return isRefused(value) ? value : truncate(value as Quantity);
};

const workdays = ([from, to]: [string, string], { environment }: Surroundings): unknown =>
  daysBetween(from, to) > LONGEST_COUNT_OF_DAYS
    ? refused('out-of-range')
    : workdaysBetween(from, to, environment.time.calendar);

const openMatters = ([key]: [string], { values }: Surroundings): number =>
  (values['matters'] as Record<string, number> | undefined)?.[key] ?? 0;

const hasRole = ([role]: [string], { values }: Surroundings): boolean => {
  const roles = (values['actor'] as { roles?: unknown } | undefined)?.roles;
  return Array.isArray(roles) && roles.includes(role);
};

const lower = (word: string): string => word.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const upper = (word: string): string => word.replace(/[a-z]/g, (letter) => letter.toUpperCase());

const ofTexts = {
  contains: method(texts<[string, string]>(BOOL, ([whole, part]) => whole.includes(part))),
  startsWith: method(texts<[string, string]>(BOOL, ([whole, part]) => whole.startsWith(part))),
  endsWith: method(texts<[string, string]>(BOOL, ([whole, part]) => whole.endsWith(part))),
  indexOf: method(texts<[string, string]>(INT, ([whole, part]) => whole.indexOf(part))),
  trim: method(text<[string]>(TEXT, ([whole]) => whole.trim())),
  lowerAscii: method(text<[string]>(TEXT, ([whole]) => lower(whole))),
  upperAscii: method(text<[string]>(TEXT, ([whole]) => upper(whole))),
  substring: method(
    takes('text', 'int')<[string, Quantity]>(TEXT, ([whole, from]) => slice(whole, numberOf(from), whole.length)),
    takes(
      'text',
      'int',
      'int',
    )<[string, Quantity, Quantity]>(TEXT, ([whole, from, to]) => slice(whole, numberOf(from), numberOf(to))),
  ),
  split: method(texts<[string, string]>(listOf(TEXT, MOST_PARTS), ([whole, by]) => whole.split(by, MOST_PARTS))),
  join: method(
    takes('texts')<[string[]]>(TEXT, ([list]) => list.join('')),
    takes('texts', 'text')<[string[], string]>(TEXT, ([list, by]) => list.join(by)),
  ),
} satisfies Record<string, Definition>;

const conversions = {
  string: plain(
    text<[string]>(TEXT, ([same]) => same),
    takes('number')<[Quantity]>(TEXT, ([number]) => quantityText(number)),
    takes('bool')<[boolean]>(TEXT, ([bool]) => String(bool)),
    takes('date')<[string]>(TEXT, ([day]) => day),
  ),
  int: plain(
    takes('number')<[Quantity]>(INT, ([number]) => truncate(number)),
    text<[string]>(INT, ([written]) => parsedWhole(written)),
  ),
  double: plain(
    takes('number')<[Quantity]>(DECIMAL, ([number]) => number),
    text<[string]>(DECIMAL, ([written]) => parsed(written)),
  ),
} satisfies Record<string, Definition>;

const ofLists = {
  size: {
    ...either(
      text<[string]>(INT, ([whole]) => Array.from(whole).length),
      takes('list')<[unknown[]]>(INT, ([list]) => list.length),
      takes('map')<[object]>(INT, ([map]) => Object.keys(map).length),
    ),
    constant: true,
  },
  sum: { ...plain(takes('numbers')<[Quantity[]]>(elementOf, ([list]) => list.reduce(add, 0))), skipsAbsent: true },
  min: { ...plain(takes('ordered')(elementOf, extreme(1))), skipsAbsent: true },
  max: { ...plain(takes('ordered')(elementOf, extreme(-1))), skipsAbsent: true },
  count_distinct: { ...plain(takes('list')<[unknown[]]>(INT, ([list]) => distinct(list))), skipsAbsent: true },
} satisfies Record<string, Definition>;

const ofDays = {
  date: plain(
    text<[string]>(DATE, ([written]) => (isDay(written) ? written : refused('not-a-date'))),
    takes('instant')<[number]>(DATE, ([instant], { environment }) => dayAt(instant, environment.time.zone)),
  ),
  days_between: plain(days<[string, string]>(INT, ([from, to]) => daysBetween(from, to))),
  workdays_between: { ...plain(days(INT, workdays)), cost: 500 },
  add_months: plain(dayAndCount<[string, Quantity]>(DATE, ([day, count]) => later(day, numberOf(count)))),
  add_years: plain(dayAndCount<[string, Quantity]>(DATE, ([day, count]) => later(day, 12 * numberOf(count)))),
  age_on: plain(
    days<[string, string]>(INT, ([birth, day]) => ageOn(birth, day, 'birthday')),
    takes(
      'date',
      'date',
      'text',
    )<[string, string, AgeRule]>(INT, ([birth, day, rule]) =>
      AGE_RULES.includes(rule) ? ageOn(birth, day, rule) : refused('no-such-key'),
    ),
  ),
} satisfies Record<string, Definition>;

const ofTheCase = {
  open: { ...plain(text(INT, openMatters)), needs: 'matters' },
  has_role: { ...plain(text(BOOL, hasRole)), needs: 'actor' },
} satisfies Record<string, Definition>;

export const FUNCTIONS: ReadonlyMap<string, Definition> = new Map<string, Definition>(
  Object.entries({ ...ofTexts, ...conversions, ...ofLists, ...ofDays, ...ofTheCase }),
);
