import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { VoteElectionRow } from './vote-election-row.ts';

/** What only the system knows of an election: its signing key, its half of the lot's seed, and the key of network tags. */
@Entity('vote_secret')
export class VoteSecretRow {
  @PrimaryColumn('text')
  @ForeignKey(() => VoteElectionRow)
  electionId: string;

  @Column('text')
  signingKey: string;

  @Column('text')
  tieSeed: string;

  /** Destroyed when the election is certified. */
  @Column('text', { nullable: true })
  trafficKey: string | null;

  /** Opens the codes that wait to be drawn; destroyed at closing. */
  @Column('text', { nullable: true })
  poolKey: string | null;
}
