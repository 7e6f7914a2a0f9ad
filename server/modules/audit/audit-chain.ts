import { auditHash } from './audit-hash.ts';
import type { StoredLine } from './audit.repository.ts';

/** Where a recomputed chain of hashes differs from the stored one. */
export interface ChainBreak {
  /** `audit`, or `case:<id>`. */
  chain: string;
  seq: number;
  problem: string;
}

/** What recomputing the histories of all cases found. */
export interface HistoryReport {
  cases: number;
  events: number;
  broken: ChainBreak[];
}

export interface ChainEnd {
  seq: number;
  hash: string;
}

const broken = (seq: number, problem: string): ChainBreak => ({ chain: 'audit', seq, problem });

/** Recomputes a stretch of the chain that follows on `from`; answers its end and everything that does not fit. */
export const checkStretch = (from: ChainEnd, lines: readonly StoredLine[]): { end: ChainEnd; breaks: ChainBreak[] } => {
  const breaks: ChainBreak[] = [];
  let end = from;
  for (const line of lines) {
    if (line.seq !== end.seq + 1) breaks.push(broken(line.seq, 'missing-before'));
    else if (line.prevHash !== end.hash) breaks.push(broken(line.seq, 'not-linked'));
    if (auditHash(line.prevHash, line) !== line.hash) breaks.push(broken(line.seq, 'changed'));
    end = { seq: line.seq, hash: line.hash };
  }
  return { end, breaks };
};

/** What the remembered head says against the end that was found: lines cut off the tail leave the head alone. */
export const checkHead = (end: ChainEnd, head: ChainEnd): ChainBreak[] =>
  end.seq === head.seq && end.hash === head.hash ? [] : [broken(head.seq, 'tail-missing')];
