import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A list of statements. The schema goes forward only: what was a mistake is mended by a later migration. */
export abstract class Forward implements MigrationInterface {
  abstract name: string;
  abstract statements: readonly string[];

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of this.statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error(`${this.name} is not undone; restore a backup, or mend it by a new migration`));
  }
}
