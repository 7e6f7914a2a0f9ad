import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CaseRow } from './case-row.ts';
import { OfOrganisation } from './of-organisation.ts';

/** A frozen version of a case's data; only inserted. The history holds its digest, made with this row's `salt`. */
@Entity('submission')
@Check('ck_submission_n', 'n >= 1')
export class SubmissionRow extends OfOrganisation {
  @PrimaryColumn('uuid')
  @ForeignKey(() => CaseRow)
  caseId: string;

  @PrimaryColumn('integer')
  n: number;

  @Column('uuid')
  formVersionId: string;

  @Column('jsonb')
  data: Record<string, unknown>;

  /** The cases that the case gathered then, as they were; null where its workflow gathers nothing. */
  @Column('jsonb', { nullable: true })
  gathered: Record<string, unknown>[] | null;

  @Column('boolean')
  zero: boolean;

  @Column('boolean')
  proxy: boolean;

  @Column('text')
  salt: string;

  /** Null where the workflow itself set a value. */
  @Column('uuid', { nullable: true })
  savedBy: string | null;

  @Column('timestamptz')
  savedAt: Date;
}
