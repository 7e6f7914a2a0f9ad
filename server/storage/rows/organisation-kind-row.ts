import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OrganisationRow } from './organisation-row.ts';

/** A kind that a person gave to an organisation, with the days on which it is valid (both included; null: open). */
@Entity('organisation_kind')
@Index(['organisationId'])
@Check('ck_organisation_kind_days', 'valid_from <= valid_to')
export class OrganisationKindRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => OrganisationRow, { onDelete: 'CASCADE' })
  organisationId: string;

  @Column('text')
  kind: string;

  @Column('date', { nullable: true })
  validFrom: string | null;

  @Column('date', { nullable: true })
  validTo: string | null;
}
