import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { DefinitionRow } from './definition-row.ts';
import { PersonRow } from './person-row.ts';

/**
 * One state of a definition's text. A published one is never changed again. `source` is the text as written (jsonb would
 * lose its order), `contentHash` its SHA-256; `pins` names the versions of other definitions that it was published with.
 */
@Entity('definition_version')
@Unique(['definitionId', 'n'])
@Index('uq_definition_version_published', ['definitionId'], { unique: true, where: `status = 'published'` })
@Check('ck_definition_version_status', `status IN ('draft', 'published', 'retired')`)
@Check('ck_definition_version_published_at', `(status = 'draft') = (published_at IS NULL)`)
export class DefinitionVersionRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => DefinitionRow)
  definitionId: string;

  @Column('integer')
  n: number;

  @Column('text')
  contentHash: string;

  @Column('text')
  source: string;

  @Column('jsonb', { default: {} })
  pins: Record<string, string>;

  @Column('text')
  status: 'draft' | 'published' | 'retired';

  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonRow)
  publishedBy: string | null;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
