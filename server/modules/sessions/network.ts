import { isIPv6 } from 'node:net';

const MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;

const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));

/** The first four groups of an IPv6 address, written out: one household or office holds all addresses behind them. */
const prefix64 = (address: string): string => {
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').split('::');
  const left = groups(head);
  const missing = Math.max(0, 8 - left.length - groups(tail).length);
  const whole = address.includes('::') ? [...left, ...Array<string>(missing).fill('0'), ...groups(tail)] : left;
  return whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
};

/** The network that attempts are counted for: an IPv4 address, or the /64 of an IPv6 address. */
export const networkOf = (address: string): string => {
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  return isIPv6(address) ? `${prefix64(address)}::/64` : address;
};
