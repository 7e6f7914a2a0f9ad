import { Forward } from './forward.ts';

/** Reminders of one day come in one message: `lines` are what it says, one a case. */
export class Reminders1711065600011 extends Forward {
  name = 'Reminders1711065600011';

  statements = [
    `ALTER TABLE notice
       ADD COLUMN reminds_on date,
       ADD COLUMN lines jsonb,
       ADD CONSTRAINT ck_notice_lines CHECK ((reminds_on IS NULL) = (lines IS NULL))`,
    `CREATE UNIQUE INDEX uq_notice_reminds_on ON notice (person_id, programme_id, reminds_on) WHERE reminds_on IS NOT NULL`,
  ];
}
