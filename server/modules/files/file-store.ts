import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { FilesFolder } from './files-folder.ts';

/** Bytes that have come in and stand on disk under a name of their own until they are kept. */
export interface Received {
  path: string;
  sha256: string;
  size: number;
  /** More came than was allowed; the rest was not written. */
  isTooLarge: boolean;
}

const SHA256 = /^[0-9a-f]{64}$/;

const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

/** Folders are made durable one by one: a file whose folder is lost in a crash is lost too. */
const makeFolder = async (path: string): Promise<void> => {
  const first = await mkdir(path, { recursive: true });
  if (first !== undefined) await syncFolder(dirname(first));
};

const write = async (file: FileHandle, content: AsyncIterable<Uint8Array>, maxBytes: number) => {
  const hash = createHash('sha256');
  let size = 0;
  // What is too much is still read, so that the sender hears the answer.
  for await (const chunk of content) {
    size += chunk.length;
    if (size > maxBytes) continue;
    hash.update(chunk);
    await file.write(chunk);
  }
  await file.sync();
  return { sha256: hash.digest('hex'), size, isTooLarge: size > maxBytes };
};

/**
 * Files by the SHA-256 of their content, the same content once. A file is whole and on the disk before anything in the
 * database names it.
 */
@Injectable()
export class FileStore {
  constructor(private readonly folder: FilesFolder) {}

  async receive(content: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Received> {
    const incoming = join(this.folder.path, 'incoming');
    await makeFolder(incoming);
    const path = join(incoming, randomUUID());
    const file = await open(path, 'wx', 0o600);
    try {
      return { path, ...(await write(file, content, maxBytes)) };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
  }

  /** Gives received bytes their lasting place. */
  async keep({ path, sha256 }: Received): Promise<void> {
    const place = this.placeOf(sha256);
    await makeFolder(dirname(place));
    await rename(path, place);
    await syncFolder(dirname(place));
  }

  discard({ path }: Received): Promise<void> {
    return rm(path, { force: true });
  }

  read(sha256: string): ReadStream {
    return createReadStream(this.placeOf(sha256));
  }

  async has(sha256: string): Promise<boolean> {
    return (await stat(this.placeOf(sha256)).catch(() => undefined)) !== undefined;
  }

  remove(sha256: string): Promise<void> {
    return rm(this.placeOf(sha256), { force: true });
  }

  /** Hashes of all files that were last written before an instant. */
  async *olderThan(instant: Date): AsyncGenerator<string> {
    for (const path of await this.paths()) {
      const sha256 = path.replaceAll(/[\\/]/g, '');
      const found = SHA256.test(sha256) ? await stat(this.placeOf(sha256)).catch(() => undefined) : undefined;
      if (found !== undefined && found.mtime < instant) yield sha256;
    }
  }

  /** Removes what came in and was never kept: its process died on the way. */
  async clearIncoming(before: Date): Promise<void> {
    const incoming = join(this.folder.path, 'incoming');
    for (const name of await readdir(incoming).catch(() => [])) {
      const path = join(incoming, name);
      const found = await stat(path).catch(() => undefined);
      if (found !== undefined && found.mtime < before) await rm(path, { force: true });
    }
  }

  private async paths(): Promise<string[]> {
    const entries = await readdir(this.folder.path, { recursive: true, withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.folder.path.length));
  }

  private placeOf(sha256: string): string {
    if (!SHA256.test(sha256)) throw new Error('not a hash');
    return join(this.folder.path, sha256.slice(0, 2), sha256.slice(2));
  }
}
