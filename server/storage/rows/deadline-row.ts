import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CaseRow } from './case-row.ts';
import { OfOrganisation } from './of-organisation.ts';

/** When a case is due in one visit to a state. `override` says that a person moved it. */
@Entity('deadline')
@Check('ck_deadline_override', `override IN ('extension', 'given')`)
@Check('ck_deadline_grace', 'grace_until >= due')
export class DeadlineRow extends OfOrganisation {
  @PrimaryColumn('uuid')
  @ForeignKey(() => CaseRow)
  caseId: string;

  @PrimaryColumn('integer')
  visit: number;

  @PrimaryColumn('text')
  key: string;

  @Column('timestamptz')
  due: Date;

  @Column('timestamptz', { nullable: true })
  graceUntil: Date | null;

  @Column('text', { nullable: true })
  override: string | null;
}
