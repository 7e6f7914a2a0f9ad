import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CaseRow } from './case-row.ts';
import { OfOrganisation } from './of-organisation.ts';

/** A command that was carried out, by its idempotency key, with the answer that a repetition gets. Kept for 90 days. */
@Entity('command')
@Index(['at'])
export class CommandRow extends OfOrganisation {
  @PrimaryColumn('text')
  key: string;

  @Column('uuid')
  @ForeignKey(() => CaseRow)
  caseId: string;

  @Column('text')
  requestHash: string;

  /** As text, so that a repetition gets it letter by letter. */
  @Column('json')
  result: unknown;

  @Column('timestamptz')
  at: Date;
}
