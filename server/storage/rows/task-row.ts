import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CaseRow } from './case-row.ts';
import { OfOrganisation } from './of-organisation.ts';
import { PersonRow } from './person-row.ts';

/** What waits for somebody in a state, for one visit. */
@Entity('task')
@Unique('uq_task_slot', ['caseId', 'visit', 'key', 'subject', 'slot'])
@Index(['assigneeId'], { where: `status = 'open'` })
@Check('ck_task_status', `status IN ('open', 'done', 'cancelled')`)
export class TaskRow extends OfOrganisation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => CaseRow)
  caseId: string;

  @Column('integer')
  visit: number;

  @Column('text')
  key: string;

  /** The row or gathered case that the task is about; empty for the case itself. */
  @Column('text', { default: '' })
  subject: string;

  @Column('integer', { default: 0 })
  slot: number;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonRow)
  assigneeId: string | null;

  @Column('text')
  status: string;

  @Column('text', { nullable: true })
  outcome: string | null;
}
