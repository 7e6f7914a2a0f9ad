import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DefinitionVersionRow } from './definition-version-row.ts';
import { PublicationRow } from './publication-row.ts';

/**
 * One definition of a publication: the text that was proposed, the version before it and the one that it became. `rev` is
 * the draft's that it was taken from.
 */
@Entity('publication_definition')
@Index(['versionId'])
export class PublicationDefinitionRow {
  @PrimaryColumn('uuid')
  @ForeignKey(() => PublicationRow)
  publicationId: string;

  @PrimaryColumn('text')
  kind: string;

  @PrimaryColumn('text')
  key: string;

  @Column('text')
  source: string;

  @Column('integer', { nullable: true })
  rev: number | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => DefinitionVersionRow)
  beforeId: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => DefinitionVersionRow)
  versionId: string | null;
}
