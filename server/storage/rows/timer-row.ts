import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CaseRow } from './case-row.ts';
import { OfOrganisation } from './of-organisation.ts';

/** An instant at which the system gives a command to a case; it fires once, with the command key `timer:<id>`. */
@Entity('timer')
@Unique('uq_timer', ['caseId', 'visit', 'kind', 'key', 'n'])
@Index(['fireAt'], { where: `status = 'pending'` })
@Check('ck_timer_kind', `kind IN ('open', 'remind', 'due', 'grace_end', 'escalate', 'settle')`)
@Check('ck_timer_status', `status IN ('pending', 'fired', 'cancelled')`)
export class TimerRow extends OfOrganisation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => CaseRow)
  caseId: string;

  @Column('integer')
  visit: number;

  @Column('text')
  kind: string;

  @Column('text')
  key: string;

  @Column('integer')
  n: number;

  @Column('timestamptz')
  fireAt: Date;

  @Column('text', { default: 'pending' })
  status: string;
}
