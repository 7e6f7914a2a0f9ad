import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OrganisationRow } from './organisation-row.ts';

/** A named relation from one organisation to another, beside the parent. */
@Entity('relation')
@Index(['relatedId'])
@Check('ck_relation_itself', 'organisation_id <> related_id')
export class RelationRow {
  @PrimaryColumn('uuid')
  @ForeignKey(() => OrganisationRow, { onDelete: 'CASCADE' })
  organisationId: string;

  @PrimaryColumn('text')
  name: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => OrganisationRow, { onDelete: 'CASCADE' })
  relatedId: string;
}
