/** Where a recomputed chain of hashes differs from the stored one. */
export interface ChainBreak {
  /** `audit`, or `case:<id>`. */
  chain: string;
  seq: number;
  problem: string;
}

export interface HistoryReport {
  cases: number;
  events: number;
  broken: ChainBreak[];
}

/** Recomputes the history of every case. Carried out by the cases; the record's integrity report asks for it here. */
export abstract class HistoryCheck {
  abstract run(): Promise<HistoryReport>;
}
