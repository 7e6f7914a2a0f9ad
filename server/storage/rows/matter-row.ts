import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CaseRow } from './case-row.ts';
import { DefinitionVersionRow } from './definition-version-row.ts';
import { OfOrganisation } from './of-organisation.ts';
import { PersonRow } from './person-row.ts';

/** A side record of a case. A stranger's has a name, a way to be reached and a receipt; a person's has the person. */
@Entity('matter')
@Index(['caseId', 'status'])
@Index('uq_matter_receipt', ['receipt'], { unique: true, where: 'receipt IS NOT NULL' })
@Check('ck_matter_status', `status IN ('open', 'closed')`)
@Check(
  'ck_matter_closed',
  `(status = 'closed') = (closed_at IS NOT NULL AND closed_by IS NOT NULL AND answer IS NOT NULL)`,
)
@Check(
  'ck_matter_opener',
  `(opened_by IS NULL) = (receipt IS NOT NULL AND stranger IS NOT NULL AND contact IS NOT NULL)`,
)
export class MatterRow extends OfOrganisation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => CaseRow)
  caseId: string;

  @Column('text')
  key: string;

  @Column('text')
  status: string;

  @Column('text')
  text: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => DefinitionVersionRow)
  formVersionId: string | null;

  @Column('jsonb', { nullable: true })
  data: unknown;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonRow)
  openedBy: string | null;

  @Column('text', { nullable: true })
  stranger: string | null;

  @Column('text', { nullable: true })
  contact: string | null;

  /** Kept as its digest: whoever reads the database cannot ask in a stranger's name. */
  @Column('text', { nullable: true })
  receipt: string | null;

  @Column('timestamptz')
  openedAt: Date;

  @Column('text', { nullable: true })
  answer: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonRow)
  closedBy: string | null;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;
}
