import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CaseRow } from './case-row.ts';
import { OfOrganisation } from './of-organisation.ts';
import { PersonRow } from './person-row.ts';

/** What is being filled in, kept as it is typed; replaced in place where `rev` is still the one that the writer saw. */
@Entity('draft')
@Check('ck_draft_rev', 'rev >= 1')
export class DraftRow extends OfOrganisation {
  @PrimaryColumn('uuid')
  @ForeignKey(() => CaseRow)
  caseId: string;

  @Column('integer')
  rev: number;

  @Column('uuid')
  formVersionId: string;

  @Column('jsonb')
  data: Record<string, unknown>;

  /** Null where the workflow itself set a value. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonRow)
  savedBy: string | null;

  @Column('timestamptz')
  savedAt: Date;
}
