import { Injectable } from '@nestjs/common';
import { DomainError } from '../domain-error.ts';
import { FileStore } from '../files/file-store.ts';
import { rendered } from './picture-rendering.ts';
import { PicturesRepository } from './pictures.repository.ts';
import { SealedElections } from './sealed-elections.ts';

/** Pictures of entries as the public sees them. An upload is never handed out by this door. */
@Injectable()
export class PicturesService {
  constructor(
    private readonly store: FileStore,
    private readonly pictures: PicturesRepository,
    private readonly sealed: SealedElections,
  ) {}

  /** For uploads by id, the digests of the pictures made of them; what cannot be read as a picture is left out. */
  async madeOf(uploads: ReadonlyMap<string, string>): Promise<Map<string, string>> {
    const originals = [...new Set(uploads.values())];
    const made = await this.pictures.made(originals);
    for (const original of originals) {
      const picture = made.has(original) ? null : await rendered(await this.read(original));
      if (picture === null) continue;
      await this.pictures.keep(original, picture);
      made.set(original, picture.sha256);
    }
    return new Map(
      [...uploads].flatMap(([id, original]) => (made.has(original) ? [[id, made.get(original) ?? '']] : [])),
    );
  }

  /** Only what the manifest of a sealed election names. */
  async open(election: string, sha256: string, size: 'large' | 'small'): Promise<Buffer> {
    const sealed = await this.sealed.find(election);
    const isNamed = sealed?.manifest.candidates.some(({ pictures = [] }) => pictures.includes(sha256)) === true;
    const bytes = isNamed ? await this.pictures.bytes(sha256, size) : undefined;
    if (bytes === undefined) throw new DomainError('not-found');
    return bytes;
  }

  private async read(original: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.store.read(original)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
}
