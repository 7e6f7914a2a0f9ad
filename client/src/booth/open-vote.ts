import { codeFrom } from '#engine/ballot/code.ts';
import { randomHex } from './chance.ts';

/** In an open vote nobody was given a code: the browser makes one, so that a ballot that is sent again counts once. */
export const ownCode = (): string => codeFrom(crypto.getRandomValues(new Uint8Array(15))) ?? '';

/** Bytes. */
const DEVICE = 32;

/** Stands for this browser in one election alone; it leads to nobody, and to no other election. */
export const deviceFor = (election: string): string => {
  const name = `booth.device.${election}`;
  try {
    const device = localStorage.getItem(name) ?? randomHex(DEVICE);
    localStorage.setItem(name, device);
    return device;
  } catch {
    return randomHex(DEVICE);
  }
};
