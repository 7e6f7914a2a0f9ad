import { Injectable } from '@nestjs/common';
import { Database } from '../../storage/database.ts';

/** What the booth shows beside what was sealed. */
@Injectable()
export class BoothRepository {
  constructor(private readonly database: Database) {}

  /** Titles of organisations by their codes. */
  async organisations(codes: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.prepared<{ code: string; title: string }>(
      'booth-organisations',
      'SELECT code, title FROM organisation WHERE code = ANY ($1)',
      [codes],
    );
    return new Map(rows.map(({ code, title }) => [code, title]));
  }
}
