import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The box: codes used and ballots, with nothing that leads from one to the other. The intake is parted by election and
 * dropped at closing, when both lists are written anew in an order of their own.
 */

/** A code that was used. */
abstract class Spent {
  @PrimaryColumn('text')
  electionId: string;

  @PrimaryColumn('text')
  cc: string;
}

/** A ballot. */
abstract class Ballot {
  @PrimaryColumn('text')
  electionId: string;

  @PrimaryColumn('text')
  tracker: string;

  @Column('text')
  nonce: string;

  @Column('text', { array: true })
  choice: string[];
}

@Entity('vote_spent_intake')
export class VoteSpentIntakeRow extends Spent {}

@Entity('vote_ballot_intake')
export class VoteBallotIntakeRow extends Ballot {}

@Entity('vote_spent')
export class VoteSpentRow extends Spent {}

@Entity('vote_ballot')
export class VoteBallotRow extends Ballot {}
