import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { VoteElectionRow } from './vote-election-row.ts';

/** Somebody who is sent a code by mail. Neither the code nor its commitment stands beside a person anywhere. */
@Entity('vote_delivery')
@Check('ck_vote_delivery_batch', `batch ~ '^[a-z0-9_-]{1,40}$'`)
@Check('ck_vote_delivery_state', `state IN ('waiting', 'sent', 'refused')`)
export class VoteDeliveryRow {
  @PrimaryColumn('text')
  @ForeignKey(() => VoteElectionRow)
  electionId: string;

  /** A mail address, in small letters. */
  @PrimaryColumn('text')
  recipient: string;

  @Column('text')
  batch: string;

  @Column('text', { default: 'waiting' })
  state: string;
}
