import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CaseRow } from './case-row.ts';
import { OfOrganisation } from './of-organisation.ts';
import { OrganisationRow } from './organisation-row.ts';
import { PersonRow } from './person-row.ts';
import { ProgrammeRow } from './programme-row.ts';

/** What one reminder says of one case. */
export interface ReminderLine {
  /** Once a message: `person:case:visit:kind:n`. */
  key: string;
  case: string;
  title: string;
  text: string;
}

/** A message to one person, sent once by its `dedupKey`. The reminders of a day and programme are one message with `lines`. */
@Entity('notice')
@ForeignKey(() => ProgrammeRow, ['programmeId'], ['id'])
@ForeignKey(() => OrganisationRow, ['organisationId'], ['id'])
@Unique(['dedupKey'])
@Index(['personId', 'at'])
@Index('uq_notice_reminds_on', ['personId', 'programmeId', 'remindsOn'], {
  unique: true,
  where: 'reminds_on IS NOT NULL',
})
@Check('ck_notice_lines', '(reminds_on IS NULL) = (lines IS NULL)')
export class NoticeRow extends OfOrganisation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => PersonRow, { onDelete: 'CASCADE' })
  personId: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => CaseRow)
  caseId: string | null;

  @Column('text')
  dedupKey: string;

  @Column('text')
  title: string;

  @Column('text')
  body: string;

  @Column('timestamptz')
  at: Date;

  @Column('timestamptz', { nullable: true })
  readAt: Date | null;

  @Column('date', { nullable: true })
  remindsOn: string | null;

  @Column('jsonb', { nullable: true })
  lines: ReminderLine[] | null;
}
