import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from './person-row.ts';
import { ProgrammeRow } from './programme-row.ts';

/**
 * Definitions that went through the gate together, or wait there for a second person. `changes` is what was told of them
 * then; `dates` whether due dates of running cases follow, `plans` how cases go over where a state or field vanishes.
 */
@Entity('publication')
@Index(['programmeId', 'proposedAt'])
@Index('uq_publication_undoes', ['undoes'], { unique: true, where: `status = 'published'` })
@Check('ck_publication_class', `class IN ('A', 'B', 'C', 'D', 'E')`)
@Check('ck_publication_confirmed', 'confirmed_by <> proposed_by')
@Check('ck_publication_dates', `dates IN ('move', 'keep')`)
@Check('ck_publication_published_at', `(status = 'published') = (published_at IS NOT NULL)`)
@Check('ck_publication_status', `status IN ('waiting', 'withdrawn', 'published')`)
export class PublicationRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => ProgrammeRow)
  programmeId: string;

  @Column('text')
  status: 'waiting' | 'withdrawn' | 'published';

  @Column('text')
  class: string;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('text')
  dates: 'move' | 'keep';

  @Column('jsonb', { default: [] })
  plans: { workflow: string; text: string }[];

  @Column('jsonb')
  changes: unknown[];

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PublicationRow)
  undoes: string | null;

  /** Null where it was done on the command line. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonRow)
  proposedBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  proposedAt: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonRow)
  confirmedBy: string | null;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonRow)
  withdrawnBy: string | null;
}
