import dayjs, { type Dayjs } from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(timezone);
dayjs.extend(customParseFormat);

/** The zone in which all days of the installation are meant; set once the installation is known. */
const zone = { name: 'Asia/Shanghai' };
export const setZone = (name: string): void => {
  zone.name = name;
};

/** The same wall-clock time in `at` as a value without a zone, for pickers. */
export const localMoment = (instant: string, at = zone.name): Dayjs =>
  dayjs(dayjs(instant).tz(at).format('YYYY-MM-DDTHH:mm:ss'));

/** The instant of a wall-clock time such as `2024-03-31T09:00` in the installation's zone. */
export const instantOf = (local: string): string => dayjs.tz(local, zone.name).toISOString();

/** `2024年3月31日` or `31 Mar 2024`, for a calendar day or an instant. */
export const day = (value: string, language: string): string => {
  const at = value.length > 10 ? dayjs(value).tz(zone.name) : dayjs(value);
  return at.format(language === 'en' ? 'D MMM YYYY' : 'YYYY年M月D日');
};

/** Day and time of an instant in the installation's zone. */
export const moment = (instant: string, language: string): string =>
  dayjs(instant)
    .tz(zone.name)
    .format(language === 'en' ? 'D MMM YYYY HH:mm' : 'YYYY年M月D日 HH:mm');

export const timeOfDay = (instant: string): string => dayjs(instant).tz(zone.name).format('HH:mm');

/** The last day that counts of a due instant (which is the midnight after it, or an exact time). */
export const dueDay = (due: string): Dayjs => dayjs(due).subtract(1, 'millisecond').tz(zone.name);

/** A due instant as people say it: the day alone where the whole day counts, else with the time. */
export const dueMoment = (due: string, language: string): string =>
  timeOfDay(due) === '00:00' ? day(dueDay(due).format('YYYY-MM-DD'), language) : moment(due, language);

/** Whole days from `now` until the due day: 0 = due today, negative = past. */
export const daysLeft = (due: string, now: string): number =>
  dueDay(due).startOf('day').diff(dayjs(now).tz(zone.name).startOf('day'), 'day');
