import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CaseRow } from './case-row.ts';
import { OfOrganisation } from './of-organisation.ts';
import { OrganisationRow } from './organisation-row.ts';
import { PersonRow } from './person-row.ts';
import { ProgrammeRow } from './programme-row.ts';

/** A message to one person, sent once by its `dedupKey`. */
@Entity('notice')
@ForeignKey(() => ProgrammeRow, ['programmeId'], ['id'])
@ForeignKey(() => OrganisationRow, ['organisationId'], ['id'])
@Unique(['dedupKey'])
@Index(['personId', 'at'])
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
}
