import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from './person-row.ts';
import { VoteElectionRow } from './vote-election-row.ts';

/** Somebody who may draw a code, and whether that was done; never which one. */
@Entity('vote_roll')
@Check('ck_vote_roll_held', 'held IS NULL OR drawn')
export class VoteRollRow {
  @PrimaryColumn('text')
  @ForeignKey(() => VoteElectionRow)
  electionId: string;

  @PrimaryColumn('uuid')
  @Index()
  @ForeignKey(() => PersonRow)
  personId: string;

  @Column('boolean', { default: false })
  drawn: boolean;

  /** The code, under a key that only the person's browser has; taken away at closing. */
  @Column('text', { nullable: true })
  held: string | null;
}

/** A code that waits to be drawn, encrypted; its row goes as it is drawn. */
@Entity('vote_pool')
export class VotePoolRow {
  @PrimaryColumn('text')
  @ForeignKey(() => VoteElectionRow)
  electionId: string;

  @PrimaryColumn('text')
  sealed: string;
}
