import { Forward } from './forward.ts';

/** How often strangers tried something lately. Worth nothing after a crash, so nothing is written to the log for it. */
export class Attempts1711065600066 extends Forward {
  name = 'Attempts1711065600066';

  statements = [
    `CREATE UNLOGGED TABLE attempt (
       key text NOT NULL,
       n integer NOT NULL,
       until timestamptz NOT NULL,
       CONSTRAINT pk_attempt PRIMARY KEY (key))`,
    `CREATE INDEX ix_attempt_until ON attempt (until)`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON attempt TO formflow_app`,
  ];
}
