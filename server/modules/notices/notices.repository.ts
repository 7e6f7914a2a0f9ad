import { Injectable } from '@nestjs/common';
import type { NoticeView } from '../../contract/wire/audit.ts';
import { Database } from '../../storage/database.ts';
import { NOW } from '../../storage/now.ts';
import { ENTERED, TENANT, tenantValues } from '../../storage/tenant.ts';

/** How many notices a person is shown; older ones stand in the cases that they tell of. */
const SHOWN = 100;

const forPerson = (person: string): unknown[] =>
  tenantValues({ person, programmes: [], participates: [], organisations: [], near: [] });

/** A person's own notices, reminders after quiet hours; row-level security lets nobody see another's. */
@Injectable()
export class NoticesRepository {
  constructor(private readonly database: Database) {}

  async of(person: string): Promise<NoticeView[]> {
    const rows = await this.database.query<Omit<NoticeView, 'at'> & { at: Date }>(
      `WITH ${TENANT}
       SELECT id, at, title, body, case_id AS "case", read_at IS NOT NULL AS read
         FROM notice WHERE ${ENTERED} AND person_id = $7 AND at <= ${NOW} ORDER BY at DESC, id DESC LIMIT ${SHOWN}`,
      [...forPerson(person), person],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  /** Answers whether the person has such a notice. */
  async markRead(person: string, id: string): Promise<boolean> {
    const marked = await this.database.query(
      `WITH ${TENANT}
       UPDATE notice SET read_at = coalesce(read_at, now()) WHERE ${ENTERED} AND person_id = $7 AND id = $8 RETURNING id`,
      [...forPerson(person), person, id],
    );
    return marked.length === 1;
  }
}
