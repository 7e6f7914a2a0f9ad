import { Injectable } from '@nestjs/common';
import type { Manifest } from '../../engine/ballot/manifest.ts';
import type { Sign } from '../../engine/ballot/publish.ts';
import { Database } from '../../storage/database.ts';
import { signer } from './signing.ts';

/** What was frozen when an election was sealed, with the secrets that belong to it. */
export interface SealedElection {
  id: string;
  manifest: Manifest;
  manifestText: string;
  head0: string;
  sign: Sign;
  /** Null once it was destroyed. */
  trafficKey: string | null;
}

interface Row extends Omit<SealedElection, 'manifest' | 'sign'> {
  signingKey: string;
}

const SEALED = `
  SELECT e.id, e.manifest AS "manifestText", e.head0, s.signing_key AS "signingKey", s.traffic_key AS "trafficKey"
    FROM vote_election e JOIN vote_secret s ON s.election_id = e.id
   WHERE e.id = $1 AND e.manifest IS NOT NULL`;

/** No more elections than these are voted on at a time. */
const MOST = 50;

/** Sealed elections, read once: what is frozen needs no second look. */
@Injectable()
export class SealedElections {
  private readonly known = new Map<string, SealedElection>();

  constructor(private readonly database: Database) {}

  async find(id: string): Promise<SealedElection | undefined> {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const [row] = await this.database.query<Row>(SEALED, [id]);
    if (row === undefined) return undefined;
    const { signingKey, ...rest } = row;
    const sealed = { ...rest, manifest: JSON.parse(row.manifestText) as Manifest, sign: signer(signingKey) };
    if (this.known.size >= MOST) this.known.clear();
    this.known.set(id, sealed);
    return sealed;
  }

  /** After the key of the network tags was destroyed. */
  forget(id: string): void {
    this.known.delete(id);
  }
}
