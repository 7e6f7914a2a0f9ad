import { nextCheckpoint, type Checkpoint } from '../../../server/engine/ballot/checkpoint.ts';
import {
  codeCommitment,
  listDigest,
  manifestHead,
  tieCommitment,
  trackerOf,
} from '../../../server/engine/ballot/commitment.ts';
import type { Evidence, RevealedBallot } from '../../../server/engine/ballot/bundle.ts';
import { credentialLine, type Manifest, manifestText, revokedLine } from '../../../server/engine/ballot/manifest.ts';
import { quarantineLine } from '../../../server/engine/ballot/quarantine.ts';
import { publish, type Published } from '../../../server/engine/ballot/publish.ts';
import { amount } from '../../../server/engine/ballot/ratio.ts';
import type { Candidate, ElectionRules } from '../../../server/engine/ballot/rules.ts';
import { DIGESTS } from '../../../server/modules/ballots/digests.ts';
import { publicKeyOf, signer } from '../../../server/modules/ballots/signing.ts';

/** Elections of made-up lighthouses, the same at every run, as the evidence that a bundle is made of. */

const SECRET = '5e'.repeat(32);
const SECRET_SEED = '22'.repeat(32);
const hash = (text: string): string => DIGESTS.sha256(text);
const number = (name: string, below: number): number => Number.parseInt(hash(name).slice(0, 8), 16) % below;

export const CANDIDATES: Candidate[] = Array.from({ length: 9 }, (_, n) => ({
  id: `light-${n + 1}`,
  title: `Leuchtturm „${n + 1}“ \u{1f5fc}`,
  groups: { coast: ['north', 'west', 'south'][n % 3] ?? '', height: n < 4 ? 'tall' : 'small' },
  criteria: [n === 8 ? null : `${10 + (n % 2)}.5`],
}));

export const RULES: ElectionRules = {
  source: 'ballots.keepers',
  choose: { min: 2, max: 3, spread: { by: 'coast', min: 2 }, blank: true },
  quorum: { used: 3, share: '0.1' },
  score: [{ source: 'ballots.keepers', scale: 'votes', weight: '1' }],
  ties: [{ lot: true }],
  places: [
    { key: 'first', title: 'First', count: 1, value: '1500' },
    { key: 'second', title: 'Second', count: 2, value: '800' },
    { key: 'third', title: 'Third', count: 3, value: '500' },
  ],
  unfilled: 'stay',
  budget: '4600',
};

const isValid = (choice: readonly string[]): boolean =>
  new Set(choice.map((id) => CANDIDATES.find((one) => one.id === id)?.groups['coast'])).size >= 2;

const choiceOf = (name: string): string[] => {
  if (number(`blank ${name}`, 10) === 0) return [];
  for (let n = 0; ; n += 1) {
    const size = 2 + number(`size ${name} ${n}`, 2);
    const choice = new Set(Array.from({ length: size }, (_, i) => `light-${number(`${name} ${n} ${i}`, 9) + 1}`));
    if (choice.size >= 2 && isValid([...choice])) return [...choice].sort();
  }
};

export const ballotFor = (election: string, name: string, choice = choiceOf(name)): RevealedBallot => {
  const nonce = hash(`nonce ${name}`);
  return { tracker: trackerOf(DIGESTS, { election, nonce, choice }), nonce, choice };
};

const codeCommitmentOf = (election: string, n: number): string => codeCommitment(DIGESTS, election, codeOf(n));

/** The code of voter n, spelt with what stands in both alphabets. */
export const codeOf = (n: number): string => hash(`code ${n}`).toUpperCase().slice(0, 24);

export interface Plan {
  election: string;
  voters: number;
  codes: number;
  rules: ElectionRules;
  choices?: readonly (readonly string[])[];
  /** Those who stand, where they are not the lighthouses as they are. */
  candidates?: readonly Candidate[];
  channel?: Manifest['channel'];
  booth?: Manifest['booth'];
}

const chainOf = (election: string, head0: string, trackers: readonly string[]): Checkpoint[] => {
  const chain: Checkpoint[] = [];
  const size = Math.max(10, Math.ceil(trackers.length / 5));
  for (let from = 0; from < trackers.length; from += size) {
    const link = nextCheckpoint(DIGESTS, {
      election,
      last: chain.at(-1) ?? { i: 0, head: head0 },
      intake: trackers.slice(from, from + size),
      published: new Set(),
      isLast: true,
    });
    if (link !== null) chain.push(link);
  }
  return chain;
};

export type Given = Omit<Evidence, 'tally' | 'result'>;

/** Freezes a manifest and makes what follows from it. */
const sealed = (
  plan: Pick<Plan, 'election' | 'rules' | 'candidates' | 'channel' | 'booth'>,
  credentials: readonly string[],
): { manifest: Manifest; head0: string } => {
  const { election, rules, candidates = CANDIDATES, channel = 'codes', booth } = plan;
  const manifest: Manifest = {
    protocol: 'vote/v1',
    election,
    title: 'The best lighthouse',
    channel,
    opens: '2024-05-24T01:00:00Z',
    closes: '2024-05-31T10:00:00Z',
    candidates,
    rules,
    credentials: {
      count: credentials.length,
      digest: listDigest(DIGESTS, { election, name: 'credentials', lines: credentials }),
    },
    tieCommitment: tieCommitment(DIGESTS, election, SECRET_SEED),
    receiptKey: publicKeyOf(SECRET),
    ...(booth !== undefined && { booth }),
  };
  return { manifest, head0: manifestHead(DIGESTS, election, manifestText(manifest)) };
};

/** The evidence of an election: voter 1 lost the code and got another, and the last code was revoked. */
export const evidenceOf = (plan: Plan): Given => {
  const { election, voters, codes, choices } = plan;
  const commitments = Array.from({ length: codes }, (_, n) => codeCommitmentOf(election, n + 1));
  const credentials = commitments.map((one, n) => credentialLine(one, n % 2 === 0 ? 'east' : 'west'));
  const replacement = codeCommitmentOf(election, 0);
  const [lost = '', last = ''] = [commitments[0], commitments.at(-1)];
  const ballots = Array.from({ length: voters }, (_, n) =>
    ballotFor(election, `${election} ${n}`, choices?.[n]?.slice()),
  );
  const { manifest, head0 } = sealed(plan, credentials);
  return {
    manifest,
    head0,
    credentials,
    used: [replacement, ...commitments.slice(1)].slice(0, voters),
    revoked: [revokedLine(lost, replacement), revokedLine(last, null)],
    checkpoints: chainOf(
      election,
      head0,
      ballots.map(({ tracker }) => tracker),
    ),
    ballots,
    extendedTo: null,
    seed: { secretSeed: SECRET_SEED, publicSeed: '20240603:1-2-3' },
    sources: new Map(),
    withdrawn: [],
    decisions: [],
  };
};

export const published = (given: Given, secret = SECRET): Published => publish(DIGESTS, signer(secret), given);

/** An open vote of the lighthouses: nobody has a code, and every seventh vote went beyond a limit. */
export const openEvidence = (): Given => {
  const electorate: ElectionRules['electorate'] = {
    kind: 'open',
    limit: [
      { per: 'device', window: 'day', max: 1 },
      { per: 'address', max: 5 },
    ],
  };
  const given = evidenceOf({
    election: 'lights-open',
    voters: 63,
    codes: 0,
    channel: 'open',
    rules: { ...RULES, quorum: {}, electorate },
  });
  const quarantined = given.ballots
    .filter((_, n) => n % 7 === 3)
    .map(({ tracker }, n) => quarantineLine(tracker, n % 2 === 0 ? 'device-day' : 'address-total'))
    .sort();
  const used = given.ballots.map(({ tracker }) => hash(`device ${tracker}`)).sort();
  return { ...given, used, revoked: [], quarantined };
};

const votesFor = (votes: readonly number[]): string[][] => {
  const left = votes.map((count, n) => ({ id: `light-${n + 1}`, coast: n % 3, count }));
  const choices: string[][] = [];
  for (;;) {
    const [one, ...rest] = left.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
    const other = rest.find(({ coast }) => coast !== one?.coast);
    if (one === undefined || other === undefined) return choices;
    one.count -= 1;
    other.count -= 1;
    choices.push([one.id, other.id].sort());
  }
};

const two = { source: 'marks.jury', scale: 'share_of_max', weight: '0.6', round: 4 } as const;

/** Elections that differ in what they show: ties across every boundary, marks beside votes, groups, no quorum, nobody. */
export const GOOD: Record<string, () => Given> = {
  plain: () => evidenceOf({ election: 'lights-2024', voters: 57, codes: 80, rules: RULES }),
  ties: () => {
    const choices = votesFor([30, 30, 22, 22, 15, 9, 9, 3, 2]);
    return evidenceOf({ election: 'lights-ties', voters: choices.length, codes: 120, rules: RULES, choices });
  },
  marks: () => ({
    ...evidenceOf({
      election: 'lights-marks',
      voters: 31,
      codes: 60,
      rules: {
        ...RULES,
        score: [{ source: 'ballots.keepers', scale: 'share_of_max', weight: '0.4', within: 'height' }, two],
        ties: [{ criterion: 0, order: 'desc' }, { lot: true }],
      },
    }),
    sources: new Map([['marks.jury', new Map(CANDIDATES.map(({ id }, n) => [id, amount(`${60 + n * 3}.25`)]))]]),
  }),
  groups: () =>
    evidenceOf({
      election: 'lights-groups',
      voters: 40,
      codes: 70,
      rules: {
        ...RULES,
        score: [
          {
            source: 'ballots.keepers',
            scale: 'rank_bands',
            weight: '2',
            bands: [
              { to: 1, points: '10' },
              { to: 5, points: '4.5' },
              { to: 9, points: '1' },
            ],
          },
        ],
        places: [
          { key: 'listed', title: 'Shortlist', count: 4, by: 'coast' },
          { key: 'winner', title: 'Winner', count: 2, value: '2300', from: 'listed' },
        ],
        unfilled: 'move',
      },
    }),
  committee: () => {
    const choices = votesFor([20, 20, 10, 8, 6, 4, 2, 1, 1]);
    const rules: ElectionRules = { ...RULES, ties: [{ committee: true }] };
    const decisions = [['light-2', 'light-1']];
    return {
      ...evidenceOf({ election: 'lights-board', voters: choices.length, codes: 90, rules, choices }),
      decisions,
    };
  },
  undecided: () => {
    const choices = votesFor([20, 20, 10, 8, 6, 4, 2, 1, 1]);
    const rules: ElectionRules = { ...RULES, ties: [{ committee: true }] };
    return evidenceOf({ election: 'lights-open', voters: choices.length, codes: 90, rules, choices });
  },
  withdrawn: () => ({
    ...evidenceOf({ election: 'lights-without', voters: 45, codes: 60, rules: RULES }),
    withdrawn: ['light-1', 'light-5'],
  }),
  poor: () => evidenceOf({ election: 'lights-poor', voters: 45, codes: 60, rules: { ...RULES, budget: '100' } }),
  'few voters': () => evidenceOf({ election: 'lights-few', voters: 2, codes: 60, rules: RULES }),
  'no voters': () => evidenceOf({ election: 'lights-none', voters: 0, codes: 60, rules: { ...RULES, quorum: {} } }),
};
