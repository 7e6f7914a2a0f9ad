import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { VoteElectionRow } from './vote-election-row.ts';

/** A link of the published chain; only inserted. */
@Entity('vote_checkpoint')
export class VoteCheckpointRow {
  @PrimaryColumn('text')
  @ForeignKey(() => VoteElectionRow)
  electionId: string;

  @PrimaryColumn('integer')
  i: number;

  @Column('text')
  prev: string;

  @Column('text')
  head: string;

  @Column('text', { array: true })
  trackers: string[];
}
