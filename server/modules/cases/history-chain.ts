/**
 * The history of a case as a chain: each line's hash covers the hash before it and everything the line says. What a
 * person wrote stands outside; the line covers only a salted digest of it, so that it can be erased and the chain still
 * holds.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { HistoryEvent } from '../../engine/effect.ts';

/** What a line says, without its place in the chain. */
export interface ChainedEvent extends Omit<HistoryEvent, 'type' | 'comment'> {
  type: string;
  caseId: string;
  seq: number;
  kind: string | null;
  visit: number;
  person: string | null;
  version: string;
  commandKey: string | null;
  textDigest: string | null;
  /** Milliseconds since 1970. */
  at: number;
}

/** A line as it is stored. */
export interface LinkedEvent extends ChainedEvent {
  prevHash: string;
  hash: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const tellsItsJson = (value: object): value is { toJSON: () => unknown } =>
  'toJSON' in value && typeof value.toJSON === 'function';

/** The same value with the keys of every object in order. A copy and one plain `stringify` take half as long as a replacer. */
const inOrder = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  if (tellsItsJson(value)) return inOrder(value.toJSON());
  const from = value as Record<string, unknown>;
  const to: Record<string, unknown> = {};
  for (const key of Object.keys(from).sort())
    if (key === '__proto__') Object.defineProperty(to, key, { value: inOrder(from[key]), enumerable: true });
    else to[key] = inOrder(from[key]);
  return to;
};

/** JSON in one form only: keys sorted, nothing left out but what JSON leaves out. */
export const canonicalJson = (value: unknown): string => JSON.stringify(inOrder(value));

/** What the digest of a frozen version is made over: its data, and what the case gathered where it gathers. */
export const versionText = (data: unknown, gathered: unknown): string =>
  canonicalJson(gathered === null || gathered === undefined ? data : { data, gathered });

/** A digest that tells nothing about the text to somebody who does not have the salt. */
export const saltedDigest = (salt: string, text: string): string => sha256(`${salt}\n${text}`);

export const newSalt = (): string => randomBytes(16).toString('hex');

/** The hash that a line must have after the line with `prevHash` (empty before the first). */
export const eventHash = (prevHash: string, event: ChainedEvent): string =>
  sha256(
    canonicalJson([
      prevHash,
      event.caseId,
      event.seq,
      event.type,
      event.action,
      event.kind,
      event.from,
      event.to,
      event.visit,
      event.actor,
      event.person,
      event.onBehalf,
      event.reasons,
      event.payload,
      event.version,
      event.commandKey,
      event.textDigest,
      event.at,
    ]),
  );

/** Puts lines at the end of a chain, in their order. */
export const link = (
  head: { seq: number; hash: string },
  events: readonly Omit<ChainedEvent, 'seq'>[],
): LinkedEvent[] => {
  const linked: LinkedEvent[] = [];
  for (const event of events) {
    const prevHash = linked.at(-1)?.hash ?? head.hash;
    const placed = { ...event, seq: head.seq + linked.length + 1 };
    linked.push({ ...placed, prevHash, hash: eventHash(prevHash, placed) });
  }
  return linked;
};
