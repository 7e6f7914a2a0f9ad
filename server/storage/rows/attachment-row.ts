import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CaseRow } from './case-row.ts';
import { FileRow } from './file-row.ts';
import { OfOrganisation } from './of-organisation.ts';
import { PersonRow } from './person-row.ts';

/**
 * A file that belongs to a case: to one cell of the form, or (`purpose = original`) the paper behind a proxy entry.
 * One that a frozen version names is only marked as removed.
 */
@Entity('attachment')
@Index(['caseId'])
@Index(['sha256'])
@Check('ck_attachment_purpose', `purpose IN ('field', 'original')`)
@Check('ck_attachment_cell', `(roster IS NULL) = (row_id IS NULL) AND (purpose = 'field') = (field IS NOT NULL)`)
export class AttachmentRow extends OfOrganisation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => CaseRow)
  caseId: string;

  @Column('text')
  purpose: string;

  @Column('text', { nullable: true })
  field: string | null;

  @Column('text', { nullable: true })
  roster: string | null;

  @Column('uuid', { nullable: true })
  rowId: string | null;

  @Column('text')
  @ForeignKey(() => FileRow)
  sha256: string;

  /** The name that we hand out, by the form's template. */
  @Column('text')
  name: string;

  /** The number of the latest frozen version when it came: paper belongs to the version that follows it. */
  @Column('integer')
  afterSubmission: number;

  @Column('uuid')
  @ForeignKey(() => PersonRow)
  uploadedBy: string;

  @Column('timestamptz')
  uploadedAt: Date;

  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;

  /** Whether it was declared fit to be shown in public; null where its field asks for no declaration. */
  @Column('boolean', { nullable: true })
  declared: boolean | null;
}
