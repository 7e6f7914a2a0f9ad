import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { VoteElectionRow } from './vote-election-row.ts';

/** An entry that stands for election. */
@Entity('vote_candidate')
@Check('ck_vote_candidate_id', `id ~ '^[a-z0-9-]{1,36}$'`)
export class VoteCandidateRow {
  @PrimaryColumn('text')
  @ForeignKey(() => VoteElectionRow)
  electionId: string;

  @PrimaryColumn('text')
  id: string;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  text: string | null;

  /** SHA-256 of its pictures, as hex. */
  @Column('text', { array: true, default: '{}' })
  pictures: string[];

  /** What it puts into the urn of a draw; null where nothing is drawn. */
  @Column('jsonb', { nullable: true })
  ticket: { weight: number; cost: string } | null;

  @Column('jsonb')
  groups: Record<string, string>;

  @Column('jsonb')
  criteria: (string | null)[];
}
