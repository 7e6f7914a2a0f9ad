import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../../storage/database.ts';
import { ENTERED, TENANT, tenantValues } from '../../storage/tenant.ts';

/** A sign-up with where its case stands now. */
export interface SignUpState {
  id: string;
  receiptHash: string;
  requestHash: string;
  repeats: boolean;
  at: Date;
  caseId: string;
  state: string;
  status: string;
  versionId: string;
  updatedAt: Date;
  organisation: string;
}

export interface NewSignUp {
  id: string;
  caseId: string;
  programmeId: string;
  organisationId: string | null;
  workflowId: string;
  receiptHash: string;
  personHash: string | null;
  repeats: boolean;
  privacyVersion: string;
  commandKey: string;
  requestHash: string;
  at: Date;
}

const STATE = `
  WITH ${TENANT}
  SELECT s.id, s.receipt_hash AS "receiptHash", s.request_hash AS "requestHash", s.repeats, s.at, s.case_id AS "caseId",
         c.state, c.status, c.workflow_version_id AS "versionId", c.updated_at AS "updatedAt", o.title AS organisation
    FROM sign_up s JOIN case_ c ON c.id = s.case_id JOIN organisation o ON o.id = s.organisation_id
   WHERE ${ENTERED} AND `;

const INSERT = `
  WITH ${TENANT}
  INSERT INTO sign_up (id, case_id, programme_id, organisation_id, workflow_id, receipt_hash, person_hash, repeats,
                       privacy_version, command_key, request_hash, at)
  SELECT $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18 WHERE ${ENTERED}`;

/** Sign-ups as the system keeps them. */
@Injectable()
export class SignUpsRepository {
  private key: Promise<string> | undefined;

  constructor(private readonly database: Database) {}

  /** The installation's key for receipts and persons, made when it is first asked for. */
  secret(): Promise<string> {
    this.key ??= this.readSecret();
    this.key.catch(() => (this.key = undefined));
    return this.key;
  }

  async byReceipt(receiptHash: string, sql: Sql = this.database): Promise<SignUpState | undefined> {
    return (await sql.query<SignUpState>(`${STATE} s.receipt_hash = $7`, [...tenantValues('system'), receiptHash]))[0];
  }

  async byCommand(commandKey: string, sql: Sql): Promise<SignUpState | undefined> {
    return (await sql.query<SignUpState>(`${STATE} s.command_key = $7`, [...tenantValues('system'), commandKey]))[0];
  }

  async byPerson(workflowId: string, personHash: string, sql: Sql): Promise<SignUpState | undefined> {
    const values = [...tenantValues('system'), workflowId, personHash];
    return (await sql.query<SignUpState>(`${STATE} s.workflow_id = $7 AND s.person_hash = $8`, values))[0];
  }

  /** The person of this sign-up may sign up anew. */
  async forget(id: string, sql: Sql): Promise<void> {
    await sql.query(`WITH ${TENANT} UPDATE sign_up SET person_hash = NULL WHERE ${ENTERED} AND id = $7`, [
      ...tenantValues('system'),
      id,
    ]);
  }

  async insert(one: NewSignUp, sql: Sql = this.database): Promise<void> {
    await sql.query(INSERT, [
      ...tenantValues('system'),
      ...[one.id, one.caseId, one.programmeId, one.organisationId, one.workflowId, one.receiptHash, one.personHash],
      ...[one.repeats, one.privacyVersion, one.commandKey, one.requestHash, one.at],
    ]);
  }

  private async readSecret(): Promise<string> {
    await this.database.query(
      `INSERT INTO setting (key, value, updated_at) VALUES ('sign-ups', jsonb_build_object('key', $1::text), now())
       ON CONFLICT (key) DO NOTHING`,
      [randomBytes(32).toString('hex')],
    );
    const [row] = await this.database.query<{ key: string }>(
      `SELECT value ->> 'key' AS key FROM setting WHERE key = 'sign-ups'`,
    );
    if (row === undefined) throw new Error('the key for sign-ups cannot be kept');
    return row.key;
  }
}
