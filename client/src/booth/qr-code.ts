import { encode } from 'uqr';

/** A QR code as rows of dark (true) and light fields, its quiet edge included. Readable with a seventh of it lost. */
export const qrCode = (text: string): boolean[][] => encode(text, { ecc: 'M', border: 4 }).data;
