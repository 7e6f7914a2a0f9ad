import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OrganisationRow } from './organisation-row.ts';
import { PersonRow } from './person-row.ts';
import { ProgrammeRow } from './programme-row.ts';

/** A role of a person, in one organisation for one programme. Without a programme: in the whole installation. */
@Entity('membership')
@Index('uq_membership', { synchronize: false })
@Index(['personId'])
@Index(['organisationId'])
export class MembershipRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => PersonRow, { onDelete: 'CASCADE' })
  personId: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => ProgrammeRow)
  programmeId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => OrganisationRow)
  organisationId: string | null;

  @Column('text')
  role: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
