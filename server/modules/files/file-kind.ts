import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';

/** The kind of a file as its content tells it, with the ending that its name gets. */
export interface FileKind {
  type: string;
  ending: string;
}

const UNKNOWN: FileKind = { type: 'application/octet-stream', ending: 'bin' };
const TEXT: FileKind = { type: 'text/plain', ending: 'txt' };

/** Texts that a browser runs: never taken for plain text. */
const MARKUP = /<\s*(!doctype|html|svg|script|\?xml|body|iframe)/i;

const HEAD = 65_536;

const headOf = async (path: string): Promise<Buffer> => {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
};

const decodes = (head: Buffer, encoding: string): boolean => {
  try {
    // A character may be cut at the end of what was read.
    new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
};

const isText = (head: Buffer): boolean => {
  if (head.length === 0 || head.includes(0)) return false;
  const isReadable = decodes(head, 'utf-8') || decodes(head, 'gb18030');
  return isReadable && !MARKUP.test(head.toString('latin1'));
};

/** What a file is, whatever its name and its sender say. */
export const kindOfFile = async (path: string): Promise<FileKind> => {
  const found = await fileTypeFromFile(path);
  if (found !== undefined) return { type: found.mime, ending: found.ext };
  return isText(await headOf(path)) ? TEXT : UNKNOWN;
};

/** A list of values separated by commas cannot be told from other text. */
export const isOfType = (kind: FileKind, types: readonly string[]): boolean =>
  types.includes(kind.type) || (kind.type === TEXT.type && types.includes('text/csv'));
