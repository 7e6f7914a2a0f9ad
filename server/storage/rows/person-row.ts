import { Column, CreateDateColumn, Entity, Index, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** A person with an account. The account is unique whatever its case. */
@Entity('person')
@Index('uq_person_account', { synchronize: false })
export class PersonRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  account: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  phone: string | null;

  /** argon2id, in its own notation with parameters and salt. */
  @Column('text', { nullable: true })
  passwordHash: string | null;

  @Column('text', { array: true, default: '{}' })
  passwordHistory: string[];

  @Column('timestamptz', { nullable: true })
  passwordChangedAt: Date | null;

  @Column('boolean', { default: false })
  mustChangePassword: boolean;

  @Column('boolean', { default: true })
  active: boolean;

  @Column('timestamptz', { nullable: true })
  lastSignIn: Date | null;

  @Column('text', { nullable: true })
  locale: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz' })
  updatedAt: Date;
}
