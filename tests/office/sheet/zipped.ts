import { crc32, deflateRawSync } from 'node:zlib';

const record = (size: number, values: readonly [offset: number, bytes: 2 | 4, value: number][]): Buffer => {
  const buffer = Buffer.alloc(size);
  for (const [offset, bytes, value] of values) buffer.writeUIntLE(value, offset, bytes);
  return buffer;
};

/** An archive of these files. `toldSize` lies about how large they are when unpacked. */
export const zipped = (files: Record<string, string | Buffer>, lie: { toldSize?: number } = {}): Buffer => {
  const parts: Buffer[] = [];
  const listed: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const size = lie.toldSize ?? bytes.length;
    const about = (at: number): [number, 2 | 4, number][] => [
      [at, 2, 8],
      [at + 6, 4, crc32(bytes)],
      [at + 10, 4, packed.length],
      [at + 14, 4, size],
      [at + 18, 2, Buffer.byteLength(name)],
    ];
    const local = record(30, [[0, 4, 0x04034b50], [4, 2, 20], ...about(8)]);
    listed.push(
      record(46, [[0, 4, 0x02014b50], [4, 2, 20], [6, 2, 20], ...about(10), [42, 4, offset]]),
      Buffer.from(name),
    );
    parts.push(local, Buffer.from(name), packed);
    offset += local.length + Buffer.byteLength(name) + packed.length;
  }
  const list = Buffer.concat(listed);
  const count = Object.keys(files).length;
  const end = record(22, [
    [0, 4, 0x06054b50],
    [8, 2, count],
    [10, 2, count],
    [12, 4, list.length],
    [16, 4, offset],
  ]);
  return Buffer.concat([...parts, list, end]);
};
