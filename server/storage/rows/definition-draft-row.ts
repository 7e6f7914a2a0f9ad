import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from './person-row.ts';
import { ProgrammeRow } from './programme-row.ts';

/**
 * A definition as it is being edited, at most one draft each; replaced in place where `rev` is still the one that the
 * writer saw. `base` is the number of the version that it was begun from, null where none was published.
 */
@Entity('definition_draft')
@Index('uq_definition_draft_programme_kind_key', { synchronize: false })
@Check('ck_definition_draft_rev', 'rev >= 1')
export class DefinitionDraftRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => ProgrammeRow)
  programmeId: string | null;

  @Column('text')
  kind: string;

  @Column('text')
  key: string;

  @Column('integer', { nullable: true })
  base: number | null;

  @Column('integer')
  rev: number;

  @Column('text')
  source: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonRow)
  begunBy: string | null;

  @Column('timestamptz')
  begunAt: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonRow)
  savedBy: string | null;

  @Column('timestamptz')
  savedAt: Date;
}
