import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { VoteElectionRow } from './vote-election-row.ts';

/** The commitment to a one-time code. Neither the code stands anywhere, nor whom it was given to. */
@Entity('vote_credential')
@Check('ck_vote_credential_cc', `cc ~ '^[0-9a-f]{64}$'`)
@Check('ck_vote_credential_batch', `batch ~ '^[a-z0-9_-]{1,40}$'`)
@Check('ck_vote_credential_replaced', `replaced_by IS NULL OR revoked_at IS NOT NULL`)
export class VoteCredentialRow {
  @PrimaryColumn('text')
  @ForeignKey(() => VoteElectionRow)
  electionId: string;

  @PrimaryColumn('text')
  cc: string;

  @Column('text')
  batch: string;

  /** Came in after sealing, in the place of a revoked one. */
  @Column('boolean', { default: false })
  isReplacement: boolean;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  @Column('text', { nullable: true })
  replacedBy: string | null;
}
