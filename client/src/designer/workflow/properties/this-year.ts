import { localMoment } from '../../../ui/dates.ts';
import { useNow } from '../../../ui/use-now.ts';

/** First and last day (`YYYY-MM-DD`) of a year. */
export interface Year {
  from: string;
  to: string;
}

/** The year that the installation's clock shows: fresh periods and deadlines begin with its days. */
export const useThisYear = (): Year => {
  const year = localMoment(useNow()).format('YYYY');
  return { from: `${year}-01-01`, to: `${year}-12-31` };
};

/** Every month of the year, due on the fifth day of the next. */
export const monthsOf = (year: Year) => ({ every: 'month', day: 5, ...year, window: 'calendar' });

/** One named round over the whole year. */
export const oneRoundOf = (year: Year) => ({ list: [{ key: 'first', ...year, due: year.to }] });
