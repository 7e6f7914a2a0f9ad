import { addDays, instantAt, localTime } from '../../engine/calendar.ts';
import type { Instant } from '../../engine/case.ts';

export interface QuietHours {
  /** Times of day, `22:00`; `from` may be later than `to` and then spans midnight. */
  from: string;
  to: string;
}

/** When a reminder is delivered: at once, or where nobody wants to be disturbed when that is over. */
export const afterQuietHours = (at: Instant, zone: string, quiet: QuietHours | undefined): Instant => {
  if (quiet === undefined || quiet.from === quiet.to) return at;
  const [day = '', time = ''] = localTime(at, zone).split('T');
  const spansMidnight = quiet.from > quiet.to;
  if (spansMidnight && time >= quiet.from) return instantAt(addDays(day, 1), quiet.to, zone);
  const isQuiet = time < quiet.to && (spansMidnight || time >= quiet.from);
  return isQuiet ? instantAt(day, quiet.to, zone) : at;
};
