import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CaseRow } from './case-row.ts';
import { OrganisationRow } from './organisation-row.ts';
import { PersonRow } from './person-row.ts';

/** Who did what outside a case's own history; only inserted, one chain for the installation. */
@Entity('audit')
@Index(['at'])
@Index(['personId', 'at'])
@Check('ck_audit_result', `result IN ('done', 'refused')`)
@Check('ck_audit_hash', `hash ~ '^[0-9a-f]{64}$'`)
export class AuditRow {
  @PrimaryColumn('integer')
  seq: number;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;

  @Column('text')
  type: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonRow)
  personId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => OrganisationRow)
  organisationId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => CaseRow)
  caseId: string | null;

  @Column('text', { nullable: true })
  subject: string | null;

  @Column('text')
  result: string;

  @Column('text', { nullable: true })
  detail: string | null;

  @Column('text')
  prevHash: string;

  @Column('text')
  hash: string;
}
