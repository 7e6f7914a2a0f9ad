import { Column, CreateDateColumn, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonRow } from './person-row.ts';
import { VoteElectionRow } from './vote-election-row.ts';

/** A count and what it was made from beside the ballots; only inserted, a recount is another one. */
@Entity('vote_tally')
export class VoteTallyRow {
  @PrimaryColumn('text')
  @ForeignKey(() => VoteElectionRow)
  electionId: string;

  @PrimaryColumn('integer')
  n: number;

  @Column('jsonb')
  given: unknown;

  /** The canonical text that was signed. */
  @Column('text')
  result: string;

  @Column('uuid')
  @ForeignKey(() => PersonRow)
  countedBy: string;

  @CreateDateColumn({ type: 'timestamptz' })
  countedAt: Date;
}
