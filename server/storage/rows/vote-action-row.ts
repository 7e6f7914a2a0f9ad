import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from './person-row.ts';
import { VoteElectionRow } from './vote-election-row.ts';

/** What two people do with an election: one proposes it, another confirms it. At most one thing waits at a time. */
@Entity('vote_action')
@Index('uq_vote_action_pending', ['electionId'], {
  unique: true,
  where: 'done_at IS NULL AND withdrawn_at IS NULL',
})
@Check('ck_vote_action_action', `action IN ('seal', 'open', 'extend', 'certify', 'void')`)
@Check('ck_vote_action_two_people', `actor1 <> actor2`)
@Check('ck_vote_action_done', `(actor2 IS NULL) = (done_at IS NULL)`)
export class VoteActionRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  @ForeignKey(() => VoteElectionRow)
  electionId: string;

  @Column('text')
  action: string;

  @Column('jsonb')
  detail: unknown;

  @Column('uuid')
  @ForeignKey(() => PersonRow)
  actor1: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonRow)
  actor2: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  proposedAt: Date;

  @Column('timestamptz', { nullable: true })
  doneAt: Date | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;
}
