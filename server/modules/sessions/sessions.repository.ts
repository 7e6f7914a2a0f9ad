import { Injectable } from '@nestjs/common';
import { Database } from '../../storage/database.ts';
import { NOW } from '../../storage/now.ts';
import { ORGANISATION, type OrganisationFacts } from '../cases/organisation-facts.ts';

/** A membership as the session's statement reads it, with everything that rules may ask about its organisation. */
export interface MembershipFacts {
  id: string;
  role: string;
  programmeId: string | null;
  programme: string | null;
  /** Id of the published version of the programme's definition. */
  version: string | null;
  organisation: OrganisationFacts | null;
}

/** Somebody with every role that they hold, however they come. */
export interface PersonFacts {
  person: string;
  account: string;
  name: string;
  mustChangePassword: boolean;
  passwordChangedAt: Date | null;
  /** The installation's time, which a demonstration may have moved, and the real one. */
  now: Date;
  realNow: Date;
  memberships: MembershipFacts[];
  /** Keys of the programmes that the person began and that are not published yet. */
  makes: string[];
}

export interface SessionFacts extends PersonFacts {
  session: string;
  csrf: string;
  usedAt: Date;
  expiresAt: Date;
}

export interface NewSession {
  id: string;
  tokenHash: string;
  csrf: string;
  person: string;
  address: string | null;
}

/** Without use a session ends after half an hour, with use after twelve hours. */
export const IDLE_MINUTES = 30;
const LONGEST_HOURS = 12;

const PERSON = `
         ${NOW} AS now, now() AS "realNow",
         p.id AS person, p.account, p.name,
         p.must_change_password AS "mustChangePassword", p.password_changed_at AS "passwordChangedAt",
         coalesce(m.memberships, '[]') AS memberships,
         ARRAY(SELECT pr.key FROM programme pr
                WHERE pr.made_by = p.id
                  AND NOT EXISTS (SELECT FROM definition d JOIN definition_version v ON v.definition_id = d.id
                                   WHERE d.programme_id = pr.id AND d.kind = 'Programme' AND v.status = 'published')) AS makes`;

const MEMBERSHIPS = `
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_object(
               'id', m.id, 'role', m.role, 'programmeId', m.programme_id, 'programme', pr.key,
               'version', (SELECT v.id FROM definition d JOIN definition_version v ON v.definition_id = d.id
                            WHERE d.programme_id = m.programme_id AND d.kind = 'Programme' AND v.status = 'published'),
               'organisation', ${ORGANISATION('m.organisation_id')})) AS memberships
        FROM membership m
        LEFT JOIN programme pr ON pr.id = m.programme_id
        LEFT JOIN organisation o ON o.id = m.organisation_id
       WHERE m.person_id = p.id AND o.active IS NOT FALSE) m ON true`;

/** Who is behind a token, with every membership, in one statement: every request of a signed-in person begins with it. */
const BY_TOKEN = `
  SELECT s.id AS session, s.csrf, s.used_at AS "usedAt", s.expires_at AS "expiresAt", ${PERSON}
    FROM session s
    JOIN person p ON p.id = s.person_id AND p.active
    ${MEMBERSHIPS}
   WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > now()
     AND s.used_at > now() - interval '${IDLE_MINUTES} minutes'`;

const BY_ACCOUNT = `SELECT ${PERSON} FROM person p ${MEMBERSHIPS} WHERE p.account = $1 AND p.active`;

const INSERT = `
  INSERT INTO session (id, token_hash, csrf, person_id, address, used_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, now(), now() + interval '${LONGEST_HOURS} hours')
  RETURNING expires_at AS "expiresAt"`;

/** Sessions as rows. Only hashes of tokens are known here. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly database: Database) {}

  async byTokenHash(tokenHash: string): Promise<SessionFacts | undefined> {
    const [row] = await this.database.prepared<SessionFacts>('session-by-token', BY_TOKEN, [tokenHash]);
    return row;
  }

  async byAccount(account: string): Promise<PersonFacts | undefined> {
    const [row] = await this.database.query<PersonFacts>(BY_ACCOUNT, [account]);
    return row;
  }

  /** Moves the idle limit; every use of a session would be a write, so once a minute must do. */
  async touch(session: string): Promise<void> {
    await this.database.query(`UPDATE session SET used_at = now() WHERE id = $1 AND revoked_at IS NULL`, [session]);
  }

  async insert({ id, tokenHash, csrf, person, address }: NewSession): Promise<void> {
    await this.database.query(INSERT, [id, tokenHash, csrf, person, address]);
  }

  async revoke(session: string): Promise<void> {
    await this.database.query(`UPDATE session SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL`, [session]);
  }

  async revokeByTokenHash(tokenHash: string): Promise<void> {
    await this.database.query(`UPDATE session SET revoked_at = now() WHERE token_hash = $1 AND revoked_at IS NULL`, [
      tokenHash,
    ]);
  }
}
