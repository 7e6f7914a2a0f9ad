import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CaseRow } from './case-row.ts';
import { ProgrammeRow } from './programme-row.ts';

/** A vote. From sealing on everything but its status, one extension and the public seed is frozen, by trigger as well. */
@Entity('vote_election')
@Index(['status'], { where: `status = 'open'` })
@Index('uq_vote_election_origin', ['caseId', 'ballotKey'], { unique: true, where: `status <> 'void'` })
@Check('ck_vote_election_origin', `(case_id IS NULL) = (ballot_key IS NULL)`)
@Check('ck_vote_election_id', `id ~ '^[a-z0-9-]{1,36}$'`)
@Check('ck_vote_election_channel', `channel IN ('codes', 'accounts', 'open', 'jury')`)
@Check('ck_vote_election_status', `status IN ('draft', 'sealed', 'open', 'closed', 'certified', 'void')`)
@Check('ck_vote_election_times', `opens_at < closes_at AND (extended_to IS NULL OR extended_to > closes_at)`)
@Check('ck_vote_election_head', `(manifest IS NULL) = (head0 IS NULL) AND (head0 IS NULL OR head0 ~ '^[0-9a-f]{64}$')`)
@Check('ck_vote_election_sealed', `status IN ('draft', 'void') OR manifest IS NOT NULL`)
export class VoteElectionRow {
  @PrimaryColumn('text')
  id: string;

  @Column('uuid')
  @ForeignKey(() => ProgrammeRow)
  programmeId: string;

  @Column('text')
  title: string;

  @Column('text', { default: 'codes' })
  channel: string;

  @Column('text', { default: 'draft' })
  status: string;

  @Column({ type: 'timestamptz', precision: 0 })
  opensAt: Date;

  @Column({ type: 'timestamptz', precision: 0 })
  closesAt: Date;

  @Column({ type: 'timestamptz', precision: 0, nullable: true })
  extendedTo: Date | null;

  @Column('jsonb')
  rules: unknown;

  /** The canonical text that was hashed. */
  @Column('text', { nullable: true })
  manifest: string | null;

  @Column('text', { nullable: true })
  head0: string | null;

  /** Drawn in public after closing. */
  @Column('text', { nullable: true })
  publicSeed: string | null;

  /** The case that it is held for, with the key of the ballot in its workflow. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => CaseRow)
  caseId: string | null;

  @Column('text', { nullable: true })
  ballotKey: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
