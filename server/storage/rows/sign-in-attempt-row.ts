import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';

/** One attempt to sign in, counted by account and by network address; unknown accounts are counted like known ones. */
@Entity('sign_in_attempt')
@Index(['account', 'at'])
@Index(['address', 'at'])
export class SignInAttemptRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  account: string;

  @Column('text', { nullable: true })
  address: string | null;

  @Column('boolean')
  succeeded: boolean;

  @CreateDateColumn({ type: 'timestamptz' })
  at: Date;
}
