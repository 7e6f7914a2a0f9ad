import { Column, CreateDateColumn, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CaseRow } from './case-row.ts';
import { OfOrganisation } from './of-organisation.ts';
import { PersonRow } from './person-row.ts';

/** A count of a jury's marks with what it was made from; only inserted, a recount is another one. */
@Entity('ranking_tally')
export class RankingTallyRow extends OfOrganisation {
  @PrimaryColumn('uuid')
  @ForeignKey(() => CaseRow)
  caseId: string;

  @PrimaryColumn('integer')
  n: number;

  @Column('jsonb')
  given: unknown;

  /** The canonical text. */
  @Column('text')
  result: string;

  @Column('uuid')
  @ForeignKey(() => PersonRow)
  countedBy: string;

  @CreateDateColumn({ type: 'timestamptz' })
  countedAt: Date;
}
