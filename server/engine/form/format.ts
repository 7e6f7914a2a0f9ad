/**
 * The formats of form fields, the same on both sides. Each check is linear in the text:
 * date `2024-03-31`, month `2024-03`, time `17:30` or `17:30:00`, date-time as RFC 3339 (`2024-03-31T09:00:00+08:00`),
 * email, uri (http and https addresses only), uuid.
 */

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;
const ZONED_TIME = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const isDate = (text: string): boolean => {
  const found = DATE.exec(text);
  if (found === null) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
};

const isEmail = (text: string): boolean => {
  const [name = '', host = '', ...rest] = text.split('@');
  const isPlain = (part: string): boolean => part !== '' && !/[\s"(),:;<>[\\\]]/.test(part);
  const labels = host.split('.');
  return (
    text.length <= 254 &&
    rest.length === 0 &&
    isPlain(name) &&
    isPlain(host) &&
    labels.length > 1 &&
    labels.every((label) => label !== '' && !label.startsWith('-') && !label.endsWith('-'))
  );
};

export const FORMAT_CHECKS = {
  date: isDate,
  month: (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text),
  time: (text: string): boolean => TIME.test(text),
  'date-time': (text: string): boolean =>
    /t/i.test(text.charAt(10)) && isDate(text.slice(0, 10)) && ZONED_TIME.test(text.slice(11)),
  email: isEmail,
  uri: (text: string): boolean => text.length <= 2000 && /^https?:\/\/[^\s/?#"<>\\^`{|}]+[^\s"<>\\^`{|}]*$/i.test(text),
  uuid: (text: string): boolean => UUID.test(text),
} as const;
