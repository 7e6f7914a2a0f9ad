import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Database } from '../../storage/database.ts';

export interface TrafficCount {
  election: string;
  bucket: Date;
  batch: string;
  tag: string;
  ok: number;
  bad: number;
}

/** A batch smaller than this says nothing when it votes at once. */
const SMALLEST_BATCH = 10;

/** From this share of a batch on, out of one network in ten minutes, somebody should ask how that came. */
const SUSPICIOUS_SHARE = 0.9;

const BURSTS = `
  WITH size AS (SELECT batch, count(*) AS codes FROM vote_credential
                 WHERE election_id = $1 AND revoked_at IS NULL GROUP BY batch)
  SELECT t.batch, t.bucket, sum(t.ok)::int AS ok, s.codes::int AS codes
    FROM vote_traffic t JOIN size s USING (batch)
   WHERE t.election_id = $1 AND s.codes >= $2::int
   GROUP BY t.batch, t.bucket, t.ip_tag, s.codes HAVING sum(t.ok) >= $3::numeric * s.codes`;

interface Burst {
  batch: string;
  bucket: Date;
  ok: number;
  codes: number;
}

/** Counts of casts, and what stands out in them. */
@Injectable()
export class TrafficRepository {
  constructor(private readonly database: Database) {}

  async add({ election, bucket, batch, tag, ok, bad }: TrafficCount): Promise<void> {
    await this.database.query(
      `INSERT INTO vote_traffic (election_id, bucket, batch, ip_tag, ok, bad) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (election_id, bucket, batch, ip_tag)
       DO UPDATE SET ok = vote_traffic.ok + excluded.ok, bad = vote_traffic.bad + excluded.bad`,
      [election, bucket, batch, tag, ok, bad],
    );
  }

  /** Flags a batch of which nearly all voted out of one network within ten minutes. Nothing is done to the ballots. */
  async raiseFlags(election: string): Promise<void> {
    const bursts = await this.database.query<Burst>(BURSTS, [election, SMALLEST_BATCH, SUSPICIOUS_SHARE]);
    for (const { batch, bucket, ok, codes } of bursts)
      await this.database.query(
        `INSERT INTO vote_flag (id, election_id, kind, subject, detail) VALUES ($1, $2, 'batch-burst', $3, $4)
         ON CONFLICT DO NOTHING`,
        [newId(), election, `${batch} ${bucket.toISOString()}`, { batch, bucket, ok, codes }],
      );
  }

  async batchOf(election: string, commitment: string): Promise<string> {
    const [row] = await this.database.prepared<{ batch: string }>(
      'vote-batch-of',
      'SELECT batch FROM vote_credential WHERE election_id = $1 AND cc = $2',
      [election, commitment],
    );
    return row?.batch ?? '';
  }
}
