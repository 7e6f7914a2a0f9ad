import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CaseRow } from './case-row.ts';
import { OfOrganisation } from './of-organisation.ts';
import { PersonRow } from './person-row.ts';

/** Why a case need not be reported, and who decided so. */
@Entity('exemption')
@Index('uq_exemption_case', ['caseId'], { unique: true, where: 'revoked_at IS NULL' })
export class ExemptionRow extends OfOrganisation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => CaseRow)
  caseId: string;

  @Column('text')
  reason: string;

  @Column('uuid')
  @ForeignKey(() => PersonRow)
  grantedBy: string;

  @Column('timestamptz')
  grantedAt: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
