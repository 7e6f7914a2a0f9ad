import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { VoteElectionRow } from './vote-election-row.ts';

/** How many casts came from a network in ten minutes; the tag is a keyed hash, and the key is destroyed at the end. */
@Entity('vote_traffic')
export class VoteTrafficRow {
  @PrimaryColumn('text')
  @ForeignKey(() => VoteElectionRow)
  electionId: string;

  @PrimaryColumn({ type: 'timestamptz', precision: 0 })
  bucket: Date;

  @PrimaryColumn('text')
  batch: string;

  @PrimaryColumn('text')
  ipTag: string;

  @Column('integer')
  ok: number;

  @Column('integer')
  bad: number;
}
