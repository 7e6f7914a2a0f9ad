import { open } from 'node:fs/promises';

export interface ImageSize {
  width: number;
  height: number;
}

const HEAD = 262_144;

const png = (head: Buffer): ImageSize | null =>
  head.length < 24 ? null : { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };

const gif = (head: Buffer): ImageSize | null =>
  head.length < 10 ? null : { width: head.readUInt16LE(6), height: head.readUInt16LE(8) };

/** Segments that begin a frame: all of `SOF` but the tables that share their numbers. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const jpeg = (head: Buffer): ImageSize | null => {
  for (let at = 2; at + 9 < head.length;) {
    if (head[at] !== 0xff) return null;
    const marker = head[at + 1] ?? 0;
    if (isFrame(marker)) return { height: head.readUInt16BE(at + 5), width: head.readUInt16BE(at + 7) };
    // Filling bytes and markers without a length.
    at +=
      marker === 0xff ? 1 : marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8) ? 2 : 2 + head.readUInt16BE(at + 2);
  }
  return null;
};

const webp = (head: Buffer): ImageSize | null => {
  if (head.length < 30) return null;
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = head.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
    default:
      return null;
  }
};

const READERS: Record<string, (head: Buffer) => ImageSize | null> = {
  'image/png': png,
  'image/gif': gif,
  'image/jpeg': jpeg,
  'image/webp': webp,
};

/** Width and height of a picture, read from its head alone; null for what is no picture of a known kind. */
export const imageSize = async (path: string, type: string): Promise<ImageSize | null> => {
  const reader = READERS[type];
  if (reader === undefined) return null;
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return reader(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
};
