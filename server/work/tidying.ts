import { Injectable } from '@nestjs/common';
import { FileSweeper } from '../modules/files/file-sweeper.ts';
import { Database } from '../storage/database.ts';
import { NOW } from '../storage/now.ts';
import { ENTERED, TENANT, tenantValues } from '../storage/tenant.ts';
import { OutboxRepository } from './outbox.repository.ts';

/** For as long an action may be repeated with its key and get the answer of the first time. */
const COMMAND_DAYS = 90;

/** For as long one can look up what was carried out. */
const OUTBOX_DAYS = 30;

/** Ended sessions hold an address; attempts to sign in matter as long as a success vouches for its network. */
const SESSION_DAYS = 30;
const ATTEMPT_DAYS = 90;

/** Clears away what nobody will ask for again. */
@Injectable()
export class Tidying {
  constructor(
    private readonly database: Database,
    private readonly outbox: OutboxRepository,
    private readonly files: FileSweeper,
  ) {}

  async tidy(): Promise<void> {
    await this.outbox.forget(OUTBOX_DAYS);
    await this.database.query(
      `WITH ${TENANT}, outdated AS (
         SELECT key FROM command WHERE ${ENTERED} AND at < ${NOW} - $7 * interval '1 day' LIMIT 10000)
       DELETE FROM command c USING outdated WHERE c.key = outdated.key`,
      [...tenantValues('system'), COMMAND_DAYS],
    );
    await this.database.query(`DELETE FROM session WHERE expires_at < now() - $1 * interval '1 day'`, [SESSION_DAYS]);
    await this.database.query(`DELETE FROM sign_in_attempt WHERE at < now() - $1 * interval '1 day'`, [ATTEMPT_DAYS]);
    await this.files.sweep();
  }
}
