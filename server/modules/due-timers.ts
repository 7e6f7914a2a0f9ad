/** Fires the timers whose time has come. Carried out by the hands; a module that moves the clock asks for it here. */
export abstract class DueTimers {
  /** When the next pending timer is due, later than the one time and not later than the other; undefined where none is. */
  abstract next(after: Date, until: Date): Promise<Date | undefined>;
  /** Gives every timer that is due its command, in order. Answers how many are still due: those that failed, or ran out of time. */
  abstract fire(): Promise<number>;
}
