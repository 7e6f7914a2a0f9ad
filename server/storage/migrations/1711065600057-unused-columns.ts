import { Forward } from './forward.ts';

/** What nothing ever wrote or read goes: columns, and a status that no case came to. */
export class UnusedColumns1711065600057 extends Forward {
  name = 'UnusedColumns1711065600057';

  statements = [
    `ALTER TABLE definition_version DROP COLUMN compiled, DROP COLUMN lint_report`,
    `ALTER TABLE person DROP COLUMN failed_attempts, DROP COLUMN locked_until`,
    `ALTER TABLE case_ DROP CONSTRAINT ck_case_status`,
    `ALTER TABLE case_ ADD CONSTRAINT ck_case_status CHECK (status IN ('upcoming', 'open', 'done', 'exempt', 'cancelled'))`,
  ];
}
