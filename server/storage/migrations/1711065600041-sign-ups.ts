import { Forward } from './forward.ts';

const IS_SYSTEM = `(SELECT current_setting('formflow.person', true)) = 'system'`;

/** Sign-ups of people without an account. */
export class SignUps1711065600041 extends Forward {
  name = 'SignUps1711065600041';

  statements = [
    `CREATE TABLE sign_up (
       id uuid NOT NULL,
       case_id uuid NOT NULL,
       programme_id uuid NOT NULL,
       organisation_id uuid,
       workflow_id uuid NOT NULL,
       receipt_hash text NOT NULL,
       person_hash text,
       repeats boolean NOT NULL DEFAULT false,
       privacy_version text NOT NULL,
       command_key text NOT NULL,
       request_hash text NOT NULL,
       at timestamptz NOT NULL,
       CONSTRAINT pk_sign_up PRIMARY KEY (id),
       CONSTRAINT uq_sign_up_receipt_hash UNIQUE (receipt_hash),
       CONSTRAINT uq_sign_up_command_key UNIQUE (command_key),
       CONSTRAINT fk_sign_up_case_id FOREIGN KEY (case_id) REFERENCES case_(id),
       CONSTRAINT ck_sign_up_repeats CHECK (NOT repeats OR person_hash IS NULL))`,
    `CREATE UNIQUE INDEX ix_sign_up_workflow_id_person_hash ON sign_up (workflow_id, person_hash) WHERE person_hash IS NOT NULL`,
    `CREATE INDEX ix_sign_up_case_id ON sign_up (case_id)`,
    `GRANT SELECT, INSERT, UPDATE ON sign_up TO formflow_app`,
    `ALTER TABLE sign_up ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE sign_up FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY sign_up_system ON sign_up USING (${IS_SYSTEM})`,
  ];
}
