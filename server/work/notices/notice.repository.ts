import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Database, type Sql } from '../../storage/database.ts';
import type { ReminderLine } from '../../storage/rows/notice-row.ts';
import type { Addressee } from './recipients.ts';

/** Somebody to be told, in which language. */
export interface Recipient {
  person: string;
  /** As whom of the workflow's actors. */
  actor: string;
  locale: string | null;
}

/** A message as it is stored, for one person. */
export interface NoticeToWrite {
  person: string;
  case: string;
  programme: string;
  organisation: string | null;
  key: string;
  title: string;
  text: string;
  at: Date;
}

export interface ReminderToWrite extends NoticeToWrite {
  /** The day in the programme's zone of which it is the one message. */
  day: string;
  /** The heading where the message says more than one thing. */
  heading: (count: number) => string;
}

const HOLDERS = `
  SELECT DISTINCT p.id AS person, p.locale
    FROM membership m JOIN person p ON p.id = m.person_id
   WHERE p.active AND m.programme_id = $1 AND m.role = $2
     AND ($3::uuid[] IS NULL OR m.organisation_id = ANY ($3))
     AND ($4::uuid IS NULL OR m.organisation_id IN (
           SELECT s.id FROM organisation o JOIN organisation s ON s.parent_id = o.parent_id WHERE o.id = $4 AND s.id <> $4))
   ORDER BY p.id`;

/** Finds who is to be told, and writes what they are told. */
@Injectable()
export class NoticeRepository {
  constructor(private readonly database: Database) {}

  /** The people behind an addressee who can sign in. */
  async holders(programme: string, addressee: Addressee): Promise<Recipient[]> {
    const { actor } = addressee;
    const rows =
      'person' in addressee
        ? await this.database.query<{ person: string; locale: string | null }>(
            'SELECT id AS person, locale FROM person WHERE active AND id::text = $1',
            [addressee.person],
          )
        : await this.database.query<{ person: string; locale: string | null }>(HOLDERS, [
            programme,
            addressee.role,
            typeof addressee.where === 'object' && 'organisations' in addressee.where
              ? addressee.where.organisations
              : null,
            typeof addressee.where === 'object' && 'besides' in addressee.where ? addressee.where.besides : null,
          ]);
    return rows.map((row) => ({ ...row, actor }));
  }

  /** Nothing where the person has it already. */
  async write(sql: Sql, notice: NoticeToWrite): Promise<void> {
    await sql.query(
      `INSERT INTO notice (id, person_id, case_id, programme_id, organisation_id, dedup_key, title, body, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (dedup_key) DO NOTHING`,
      [newId(), ...columns(notice)],
    );
  }

  /** Adds a line to the one message of the day, which is new again then; makes it with the first. */
  async remind(sql: Sql, reminder: ReminderToWrite): Promise<void> {
    const line: ReminderLine = {
      key: reminder.key,
      case: reminder.case,
      title: reminder.title,
      text: reminder.text,
    };
    const made = await sql.query(
      `INSERT INTO notice (id, person_id, case_id, programme_id, organisation_id, dedup_key, title, body, at, reminds_on, lines)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING RETURNING id`,
      [newId(), ...columns(reminder), reminder.day, JSON.stringify([line])],
    );
    if (made.length === 0) await this.addLine(sql, reminder, line);
  }

  private async addLine(sql: Sql, reminder: ReminderToWrite, line: ReminderLine): Promise<void> {
    const [message] = await sql.query<{ id: string; lines: ReminderLine[] }>(
      `SELECT id, lines FROM notice WHERE person_id = $1 AND programme_id = $2 AND reminds_on = $3 FOR UPDATE`,
      [reminder.person, reminder.programme, reminder.day],
    );
    if (message === undefined || message.lines.some(({ key }) => key === line.key)) return;
    const lines = [...message.lines, line].sort((a, b) => a.title.localeCompare(b.title, 'zh-CN'));
    await sql.query(
      `UPDATE notice SET lines = $2, title = $3, body = $4, case_id = NULL, organisation_id = NULL, read_at = NULL,
              at = greatest(at, $5) WHERE id = $1`,
      [
        message.id,
        JSON.stringify(lines),
        reminder.heading(lines.length),
        lines.map(({ title, text }) => `${title}: ${text}`).join('\n'),
        reminder.at,
      ],
    );
  }
}

const columns = (notice: NoticeToWrite): unknown[] => [
  notice.person,
  notice.case,
  notice.programme,
  notice.organisation,
  notice.key,
  notice.title,
  notice.text,
  notice.at,
];
