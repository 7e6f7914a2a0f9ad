import { Forward } from './forward.ts';

/** Cases that people or other cases begin. */
export class BegunCases1711065600040 extends Forward {
  name = 'BegunCases1711065600040';

  statements = [
    `ALTER TABLE case_
       ADD COLUMN started_by uuid,
       ADD COLUMN started_at timestamptz,
       ADD COLUMN source_id uuid`,
    `CREATE INDEX ix_case_workflow_id_started_by ON case_ (workflow_id, started_by) WHERE started_by IS NOT NULL`,
  ];
}
