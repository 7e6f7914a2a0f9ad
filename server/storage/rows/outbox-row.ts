import { Column, CreateDateColumn, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** Work that follows from a committed change, written in the same transaction and carried out later, at least once. */
@Entity('outbox')
@Unique(['dedupKey'])
@Index(['id'], { where: 'sent_at IS NULL' })
@Index(['sentAt'], { where: 'sent_at IS NOT NULL AND done_at IS NULL' })
@Index(['doneAt'], { where: 'done_at IS NOT NULL' })
export class OutboxRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  topic: string;

  @Column('text')
  dedupKey: string;

  @Column('jsonb')
  payload: Record<string, unknown>;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  /** When it was handed to the queue. */
  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;

  /** When it was carried out; what was sent long ago and is not done is sent again. */
  @Column('timestamptz', { nullable: true })
  doneAt: Date | null;

  @Column('integer', { default: 0 })
  attempts: number;

  @Column('text', { nullable: true })
  lastError: string | null;
}
