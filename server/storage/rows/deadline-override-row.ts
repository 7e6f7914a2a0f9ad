import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DefinitionRow } from './definition-row.ts';
import { OfOrganisation } from './of-organisation.ts';
import { OrganisationRow } from './organisation-row.ts';
import { PersonRow } from './person-row.ts';
import { ProgrammeRow } from './programme-row.ts';

/** A due date that somebody granted: to an organisation and all under it, or (no organisation) to everybody. */
@Entity('deadline_override')
@ForeignKey(() => ProgrammeRow, ['programmeId'], ['id'])
@ForeignKey(() => OrganisationRow, ['organisationId'], ['id'])
@Index(['workflowId', 'organisationId'])
export class DeadlineOverrideRow extends OfOrganisation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => DefinitionRow)
  workflowId: string;

  @Column('text')
  key: string;

  @Column('text', { nullable: true })
  periodKey: string | null;

  @Column('timestamptz')
  due: Date;

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
