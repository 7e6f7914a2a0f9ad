import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CaseRow } from './case-row.ts';
import { OfOrganisation } from './of-organisation.ts';

/**
 * One line of a case's history; only inserted. `hash` = SHA-256 of the hash before it and of this row in canonical form.
 * Persons and versions are never deleted, so that no key needs to be checked for them in every action.
 * Free text stands in `event_text`, outside the chain; `textDigest` is its salted digest, so that it can be erased.
 */
@Entity('event')
@Check('ck_event_seq', 'seq >= 1')
@Check('ck_event_hash', `hash ~ '^[0-9a-f]{64}$'`)
export class EventRow extends OfOrganisation {
  @PrimaryColumn('uuid')
  @ForeignKey(() => CaseRow)
  caseId: string;

  @PrimaryColumn('integer')
  seq: number;

  @Column('text')
  type: string;

  @Column('text', { nullable: true })
  action: string | null;

  @Column('text', { nullable: true })
  kind: string | null;

  @Column('text', { nullable: true })
  fromState: string | null;

  @Column('text', { nullable: true })
  toState: string | null;

  /** The visit in which the case is afterwards. */
  @Column('integer')
  visit: number;

  /** The actor of the workflow as whom it was done. */
  @Column('text', { nullable: true })
  actor: string | null;

  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('boolean')
  onBehalf: boolean;

  @Column('text', { array: true })
  reasons: string[];

  @Column('jsonb')
  payload: Record<string, unknown>;

  @Column('uuid')
  versionId: string;

  @Column('text', { nullable: true })
  commandKey: string | null;

  @Column('text', { nullable: true })
  textDigest: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;

  @Column('text')
  prevHash: string;

  @Column('text')
  hash: string;
}
