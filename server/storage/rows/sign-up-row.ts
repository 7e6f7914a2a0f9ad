import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CaseRow } from './case-row.ts';
import { OfOrganisation } from './of-organisation.ts';

/**
 * A sign-up of somebody without an account, with the version of the privacy notice that was accepted. Receipt numbers and
 * what tells one person from another are kept as keyed hashes alone. A person who signs up once more gets a row that
 * `repeats` and makes no case. Only the system sees these rows.
 */
@Entity('sign_up')
@Unique(['receiptHash'])
@Unique(['commandKey'])
@Index(['workflowId', 'personHash'], { unique: true, where: 'person_hash IS NOT NULL' })
@Check('ck_sign_up_repeats', 'NOT repeats OR person_hash IS NULL')
export class SignUpRow extends OfOrganisation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @Index()
  @ForeignKey(() => CaseRow)
  caseId: string;

  @Column('uuid')
  workflowId: string;

  @Column('text')
  receiptHash: string;

  /** Null where nothing tells people apart, for a repetition, and once the sign-up was refused. */
  @Column('text', { nullable: true })
  personHash: string | null;

  @Column('boolean', { default: false })
  repeats: boolean;

  @Column('text')
  privacyVersion: string;

  /** Identity of the request, so that a repetition gets the same receipt. */
  @Column('text')
  commandKey: string;

  @Column('text')
  requestHash: string;

  @Column('timestamptz')
  at: Date;
}
