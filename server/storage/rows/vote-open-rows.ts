import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How many votes of an open vote one device, one network, or all cast in a span of time; gone at closing. */
@Entity('vote_open_count')
export class VoteOpenCountRow {
  @PrimaryColumn('text')
  electionId: string;

  /** The limit that is counted for: `device-day`. */
  @PrimaryColumn('text')
  reason: string;

  /** A keyed digest. */
  @PrimaryColumn('text')
  tag: string;

  /** Days or hours since the opening. */
  @PrimaryColumn('integer')
  span: number;

  @Column('integer')
  n: number;
}

/** A ballot of an open vote that went beyond a limit: it is in the box, and set apart in the count. */
@Entity('vote_quarantine')
@Check('ck_vote_quarantine_reason', `reason ~ '^(device|address|all)-(total|day|hour)$'`)
export class VoteQuarantineRow {
  @PrimaryColumn('text')
  electionId: string;

  @PrimaryColumn('text')
  tracker: string;

  @Column('text')
  reason: string;
}
