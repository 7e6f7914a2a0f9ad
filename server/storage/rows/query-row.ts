import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CaseRow } from './case-row.ts';
import { OfOrganisation } from './of-organisation.ts';
import { PersonRow } from './person-row.ts';

/** A reviewer's remark on one cell of one version; a roster's cell is named by the row's permanent id. */
@Entity('query')
@Index(['caseId', 'status'])
@Check('ck_query_status', `status IN ('open', 'answered', 'closed', 'row_removed')`)
@Check('ck_query_cell', '(roster IS NULL) = (row_id IS NULL)')
@Check('ck_query_closed', `(status = 'closed') = (closed_at IS NOT NULL)`)
export class QueryRow extends OfOrganisation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => CaseRow)
  caseId: string;

  @Column('integer')
  submissionN: number;

  @Column('text')
  field: string;

  @Column('text', { nullable: true })
  roster: string | null;

  @Column('uuid', { nullable: true })
  rowId: string | null;

  @Column('text')
  status: string;

  @Column('uuid')
  @ForeignKey(() => PersonRow)
  openedBy: string;

  @Column('timestamptz')
  openedAt: Date;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;
}
