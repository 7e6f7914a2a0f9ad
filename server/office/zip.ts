import { crc32 } from 'node:zlib';

/** One file of an archive. */
export interface ZipEntry {
  name: string;
  content: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const VERSION = 20;
/** The first day that the format knows: the day of making must not show in the bytes. */
const DAY = 0x0021;

const fields = (values: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer =>
  Buffer.concat(
    values.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );

const about = ({ name, content }: ZipEntry): (readonly [number, 2 | 4])[] => [
  [VERSION, 2],
  [FLAGS, 2],
  [0, 2],
  [0, 2],
  [DAY, 2],
  [crc32(content), 4],
  [content.length, 4],
  [content.length, 4],
  [Buffer.byteLength(name), 2],
  [0, 2],
];

/** A zip archive whose bytes depend on nothing but names and contents: stored, not packed, because packers differ. */
export const zip = (entries: readonly ZipEntry[]): Buffer => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    const local = Buffer.concat([fields([[LOCAL, 4], ...about(entry)]), name]);
    const rest = fields([
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [offset, 4],
    ]);
    directory.push(fields([[CENTRAL, 4], [VERSION, 2], ...about(entry)]), rest, name);
    parts.push(local, Buffer.from(entry.content));
    offset += local.length + entry.content.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = entries.length;
  const end = fields([
    [END, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [size, 4],
    [offset, 4],
    [0, 2],
  ]);
  return Buffer.concat([...parts, ...directory, end]);
};
