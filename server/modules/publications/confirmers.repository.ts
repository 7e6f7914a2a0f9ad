import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { Programme } from '../../contract/definition/programme.ts';
import { textIn } from '../../contract/text.ts';
import type { Sql } from '../../storage/database.ts';
import { NOW } from '../../storage/now.ts';
import { DEFAULT_LANGUAGE, ownLanguage } from '../language.ts';
import { BUILT_IN_ROLES } from '../sessions/built-in-roles.ts';

/** A publication that waits for a second person. */
interface Proposed {
  id: string;
  programmeId: string;
  /** The programme as it stands; undefined where it was never published. */
  programme: Programme | undefined;
  proposedBy: string | null;
  note: string | null;
}

const CONFIRMERS = `
  SELECT DISTINCT p.id, p.locale
    FROM membership m JOIN person p ON p.id = m.person_id
   WHERE p.active AND p.id IS DISTINCT FROM $1::uuid
     AND ((m.programme_id = $2 AND m.role = ANY ($3)) OR (m.programme_id IS NULL AND m.role = ANY ($4)))
   ORDER BY p.id`;

const publishing = (roles: Programme['roles'] | undefined): string[] =>
  Object.entries(roles ?? {}).flatMap(([key, { may }]) => (may.includes('definitions.publish') ? [key] : []));

const WORDS = {
  zh: (title: string, note: string) => ({
    title: `${title}：有一次发布等待您确认`,
    body: `请到“表单与流程”的“发布”页查看并确认。${note === '' ? '' : `说明：${note}`}`,
  }),
  en: (title: string, note: string) => ({
    title: `${title}: a publication waits for you`,
    body: `Look at it and confirm it under Forms and workflows, Publish.${note === '' ? '' : ` Note: ${note}`}`,
  }),
};

/** Tells everybody who may confirm a publication, but for whoever proposed it, that it waits; each once. */
@Injectable()
export class ConfirmersRepository {
  async tell(sql: Sql, { id, programmeId, programme, proposedBy, note }: Proposed): Promise<void> {
    const people = await sql.query<{ id: string; locale: string | null }>(CONFIRMERS, [
      proposedBy,
      programmeId,
      publishing(programme?.roles),
      publishing(BUILT_IN_ROLES),
    ]);
    const notices = people.map((person) => {
      const language = person.locale ?? DEFAULT_LANGUAGE;
      const words = WORDS[ownLanguage(language)](textIn(programme?.title, language), note ?? '');
      return { id: newId(), person: person.id, key: `${person.id}:publication:${id}`, ...words };
    });
    await sql.query(
      `INSERT INTO notice (id, person_id, programme_id, dedup_key, title, body, at)
       SELECT id, person, $2, key, title, body, ${NOW}
         FROM json_to_recordset($1) AS g(id uuid, person uuid, key text, title text, body text)
       ON CONFLICT (dedup_key) DO NOTHING`,
      [JSON.stringify(notices), programmeId],
    );
  }
}
