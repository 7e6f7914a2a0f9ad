import { Injectable } from '@nestjs/common';
import { Database } from '../../storage/database.ts';
import type { Rendered } from './picture-rendering.ts';

/** Pictures for the public, by the digest of the upload that they were made of, and by their own. */
@Injectable()
export class PicturesRepository {
  constructor(private readonly database: Database) {}

  /** Digests of pictures by those of their uploads, for what was made already. */
  async made(originals: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ original: string; sha256: string }>(
      'SELECT original, sha256 FROM vote_picture WHERE original = ANY ($1)',
      [originals],
    );
    return new Map(rows.map(({ original, sha256 }) => [original, sha256]));
  }

  async keep(original: string, { sha256, large, small }: Rendered): Promise<void> {
    await this.database.query(
      'INSERT INTO vote_picture (original, sha256, large, small) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [original, sha256, large, small],
    );
  }

  async bytes(sha256: string, size: 'large' | 'small'): Promise<Buffer | undefined> {
    const [row] = await this.database.query<{ bytes: Buffer }>(
      `SELECT CASE $2 WHEN 'large' THEN large ELSE small END AS bytes FROM vote_picture WHERE sha256 = $1 LIMIT 1`,
      [sha256, size],
    );
    return row?.bytes;
  }
}
