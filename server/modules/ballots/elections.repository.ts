import { Injectable } from '@nestjs/common';
import type { ElectionStatus } from '../../contract/wire/ballot.ts';
import { isByJury } from '../../engine/ballot/jury.ts';
import type { Manifest } from '../../engine/ballot/manifest.ts';
import type { Candidate, ElectionRules, Ticket } from '../../engine/ballot/rules.ts';
import { Database, type Sql } from '../../storage/database.ts';

export interface Election {
  id: string;
  programme: string;
  title: string;
  channel: Manifest['channel'];
  status: ElectionStatus;
  opensAt: Date;
  closesAt: Date;
  extendedTo: Date | null;
  rules: ElectionRules;
  manifest: string | null;
  head0: string | null;
  publicSeed: string | null;
}

export interface NewElection {
  id: string;
  programmeId: string;
  title: string;
  opensAt: Date;
  closesAt: Date;
  rules: ElectionRules;
  candidates: readonly Candidate[];
  /** The case that it is held for, and the key of its ballot. */
  origin?: { caseId: string; ballot: string };
  secrets: { signingKey: string; tieSeed: string; trafficKey: string };
}

export interface Credential {
  cc: string;
  batch: string;
  isReplacement: boolean;
  isRevoked: boolean;
  replacedBy: string | null;
}

const ELECTION = `
  SELECT e.id, p.key AS programme, e.title, e.channel, e.status, e.opens_at AS "opensAt", e.closes_at AS "closesAt",
         e.extended_to AS "extendedTo", e.rules, e.manifest, e.head0, e.public_seed AS "publicSeed"
    FROM vote_election e JOIN programme p ON p.id = e.programme_id`;

/** Elections, who stands in them, and the commitments to their codes, as rows. */
@Injectable()
export class ElectionsRepository {
  constructor(private readonly database: Database) {}

  async find(id: string, sql: Sql = this.database): Promise<Election | undefined> {
    const [election] = await sql.query<Election>(`${ELECTION} WHERE e.id = $1`, [id]);
    return election;
  }

  async ofProgramme(programme: string): Promise<Election[]> {
    return this.database.query<Election>(`${ELECTION} WHERE p.key = $1 ORDER BY e.opens_at, e.id`, [programme]);
  }

  async create(election: NewElection): Promise<void> {
    const { id, programmeId, title, opensAt, closesAt, rules, candidates, origin, secrets } = election;
    await this.database.transaction(async (sql) => {
      await sql.query(
        `INSERT INTO vote_election (id, programme_id, title, opens_at, closes_at, rules, case_id, ballot_key, channel)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          id,
          programmeId,
          title,
          opensAt,
          closesAt,
          JSON.stringify(rules),
          origin?.caseId ?? null,
          origin?.ballot ?? null,
          isByJury(rules) ? 'jury' : (rules.electorate?.kind ?? 'codes'),
        ],
      );
      for (const one of candidates)
        await sql.query(
          `INSERT INTO vote_candidate (election_id, id, title, text, pictures, ticket, groups, criteria)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [
            id,
            one.id,
            one.title,
            one.text ?? null,
            one.pictures ?? [],
            one.ticket === undefined ? null : JSON.stringify(one.ticket),
            JSON.stringify(one.groups),
            JSON.stringify(one.criteria),
          ],
        );
      await sql.query(
        `INSERT INTO vote_secret (election_id, signing_key, tie_seed, traffic_key) VALUES ($1, $2, $3, $4)`,
        [id, secrets.signingKey, secrets.tieSeed, secrets.trafficKey],
      );
    });
  }

  async secrets(sql: Sql, id: string): Promise<{ signingKey: string; tieSeed: string }> {
    const [row] = await sql.query<{ signingKey: string; tieSeed: string }>(
      'SELECT signing_key AS "signingKey", tie_seed AS "tieSeed" FROM vote_secret WHERE election_id = $1',
      [id],
    );
    if (row === undefined) throw new Error('an election has no secrets');
    return row;
  }

  async candidates(sql: Sql, id: string): Promise<Candidate[]> {
    const rows = await sql.query<
      Omit<Candidate, 'text' | 'pictures' | 'ticket'> & {
        text: string | null;
        pictures: string[];
        ticket: Ticket | null;
      }
    >(
      'SELECT id, title, text, pictures, ticket, groups, criteria FROM vote_candidate WHERE election_id = $1 ORDER BY id',
      [id],
    );
    return rows.map(({ text, pictures, ticket, ...candidate }) => ({
      ...candidate,
      ...(text !== null && { text }),
      ...(ticket !== null && { ticket }),
      ...(pictures.length > 0 && { pictures }),
    }));
  }

  credentials(sql: Sql, id: string): Promise<Credential[]> {
    return sql.query<Credential>(
      `SELECT cc, batch, is_replacement AS "isReplacement", revoked_at IS NOT NULL AS "isRevoked", replaced_by AS "replacedBy"
         FROM vote_credential WHERE election_id = $1 ORDER BY cc`,
      [id],
    );
  }

  /** In the order of the commitments, so that the order of rows is not the order of a printed list. */
  async addCredentials(
    sql: Sql,
    id: string,
    { batch, commitments }: { batch: string; commitments: readonly string[] },
  ) {
    await sql.query(
      `INSERT INTO vote_credential (election_id, cc, batch) SELECT $1, cc, $2 FROM unnest($3::text[]) AS cc ORDER BY cc`,
      [id, batch, commitments],
    );
  }

  async batches(id: string): Promise<{ batch: string; codes: number }[]> {
    return this.database.query(
      `SELECT batch, count(*)::int AS codes FROM vote_credential WHERE election_id = $1 AND NOT is_replacement
        GROUP BY batch ORDER BY batch`,
      [id],
    );
  }

  /** Commitments that begin like this; more than one says nothing of which is meant. */
  async byBeginning(id: string, beginning: string): Promise<string[]> {
    const rows = await this.database.query<{ cc: string }>(
      `SELECT cc FROM vote_credential WHERE election_id = $1 AND cc LIKE $2 || '%' LIMIT 2`,
      [id, beginning],
    );
    return rows.map(({ cc }) => cc);
  }

  /** Answers false where one was drawn before, or the election is not closed. */
  async setPublicSeed(id: string, seed: string): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE vote_election SET public_seed = $2 WHERE id = $1 AND status = 'closed' AND public_seed IS NULL RETURNING id`,
      [id, seed],
    );
    return rows.length === 1;
  }
}
