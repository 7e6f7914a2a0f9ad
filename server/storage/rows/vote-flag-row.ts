import { Check, Column, CreateDateColumn, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { PersonRow } from './person-row.ts';
import { VoteElectionRow } from './vote-election-row.ts';

/** Something out of the ordinary, told in aggregates; it is reported and decided upon, and no ballot goes for it. */
@Entity('vote_flag')
@Unique('uq_vote_flag', ['electionId', 'kind', 'subject'])
@Check('ck_vote_flag_decision', `(decision IS NULL) = (decided_by IS NULL)`)
export class VoteFlagRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  @ForeignKey(() => VoteElectionRow)
  electionId: string;

  @Column('text')
  kind: string;

  @Column('text')
  subject: string;

  @Column('jsonb')
  detail: unknown;

  @CreateDateColumn({ type: 'timestamptz' })
  openedAt: Date;

  @Column('text', { nullable: true })
  decision: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonRow)
  decidedBy: string | null;
}
