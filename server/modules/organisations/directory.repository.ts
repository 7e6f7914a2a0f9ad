import { Injectable } from '@nestjs/common';
import type { DirectoryEntry } from '../../contract/wire/organisation.ts';
import { Database } from '../../storage/database.ts';

@Injectable()
export class DirectoryRepository {
  constructor(private readonly database: Database) {}

  /** Active organisations in the order in which they were entered. */
  entries(): Promise<DirectoryEntry[]> {
    return this.database.query<DirectoryEntry>('SELECT code, title FROM organisation WHERE active ORDER BY id');
  }
}
