import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonRow } from './person-row.ts';

/** A signed-in browser. Only the hash of its token is kept; `expiresAt` is the end that no use can move. */
@Entity('session')
@Unique(['tokenHash'])
@Index(['personId'])
export class SessionRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  tokenHash: string;

  @Column('uuid')
  @ForeignKey(() => PersonRow, { onDelete: 'CASCADE' })
  personId: string;

  @Column('text')
  csrf: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @Column('timestamptz')
  usedAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  @Column('text', { nullable: true })
  address: string | null;

  @Column('text', { nullable: true })
  agent: string | null;
}
