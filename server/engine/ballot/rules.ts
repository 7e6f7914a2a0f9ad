import type { Draw } from '../../contract/definition/draw.ts';
import type { Ballot, Ranking } from '../../contract/definition/contest.ts';

/**
 * What is frozen when an election is sealed. Amounts, weights and shares are exact decimals as text (`0.3`), because a
 * stranger who counts again must come to the same digits.
 */

export interface ChooseRule {
  min: number;
  max: number;
  /** A ballot names entries of at least so many groups of this kind. */
  spread?: { by: string; min: number };
  blank: boolean;
}

/** All that are given must hold. */
export interface QuorumRule {
  used?: number;
  share?: string;
}

type Scale = Ranking['score'][number]['scale'];

/** Entries down to rank `to` get so many points; those after the last band get none. */
interface Band {
  to: number;
  points: string;
}

export interface ScoreRule {
  /** `ballots.<key>` or `marks.<key>`. */
  source: string;
  scale: Scale;
  weight: string;
  /** Shares and ranks are counted among the entries of the same group of this kind. */
  within?: string;
  /** Decimal places that the scaled value is rounded to, half up, before it is weighed. */
  round?: number;
  bands?: readonly Band[];
}

/** `criterion` is an index into the values that each entry was sealed with. */
export type TieRule = { criterion: number; order: 'asc' | 'desc' } | { lot: true } | { committee: true };

export interface PlaceRule {
  key: string;
  title: string;
  /** So many, in each group where `by` is given. */
  count: number;
  value?: string;
  by?: string;
  /** Only those who got this earlier place are considered: a second cut. */
  from?: string;
}

export interface ElectionRules {
  /** The source whose values are the tally of this election's own ballots. */
  source: string;
  choose: ChooseRule;
  quorum: QuorumRule;
  score: readonly ScoreRule[];
  ties: readonly TieRule[];
  places: readonly PlaceRule[];
  unfilled: 'stay' | 'move';
  budget?: string;
  /** Entries are drawn instead of ranked into places. */
  draw?: DrawRule;
  /** Who votes, unless it is whoever holds a code. */
  electorate?: ElectorateRule;
}

type ElectorateRule = Ballot['electorate'];

/** `seed` says in words which public value is drawn. */
export interface DrawRule {
  budget: string;
  overspend: Draw['overspend'];
  seed?: string;
}

/** What an entry puts into the urn: tickets, a whole number, and what it would cost. */
export interface Ticket {
  weight: number;
  cost: string;
}

export interface Candidate {
  id: string;
  title: string;
  /** What the booth shows beside the title. */
  text?: string;
  /** SHA-256 of the pictures that the booth shows, as hex. */
  pictures?: readonly string[];
  /** Only where the election draws. */
  ticket?: Ticket;
  /** What it belongs to, by kind of group: `{organisation: …}`. */
  groups: Readonly<Record<string, string>>;
  /** What tie rules compare, as decimals; null where an entry has no such value, which comes last. */
  criteria: readonly (string | null)[];
}
