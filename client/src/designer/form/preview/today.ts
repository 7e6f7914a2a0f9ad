import dayjs from 'dayjs';

/** The day of this computer, for a preview only. */
export const todayHere = (): string => dayjs().format('YYYY-MM-DD');
