import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  Unique,
  UpdateDateColumn,
} from 'typeorm';

/** Who reports. The code is permanent, the title is free. */
@Entity('organisation')
@Unique(['code'])
@Index(['parentId'])
@Check('ck_organisation_code', `code ~ '^[A-Za-z0-9_-]{1,60}$'`)
@Check('ck_organisation_parent', `parent_id <> id`)
export class OrganisationRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  code: string;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  level: string | null;

  @Column('jsonb', { default: {} })
  attributes: Record<string, string | number | boolean>;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => OrganisationRow)
  parentId: string | null;

  @Column('boolean', { default: true })
  active: boolean;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
