/** What is done to elections by the clock: checkpoints while they are open, closing when their time is over. */
export abstract class ElectionClosing {
  /** Publishes what is new in every open election, where it is enough. */
  abstract checkpoint(): Promise<void>;

  /** Closes what is over, and goes on with what an end of the process interrupted. */
  abstract closeDue(): Promise<void>;
}
