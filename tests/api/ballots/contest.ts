import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Config } from '../../../server/app/config.ts';
import { trackerOf } from '../../../server/engine/ballot/commitment.ts';
import type { Candidate, ElectionRules } from '../../../server/engine/ballot/rules.ts';
import { DIGESTS } from '../../../server/modules/ballots/digests.ts';
import { ClosingService } from '../../../server/modules/ballots/closing.service.ts';
import { DraftElectionsService } from '../../../server/modules/ballots/draft-elections.service.ts';
import { app, type Answer, type Browser, type TestApp } from '../../support/app.ts';
import { aPerson, aProgramme } from '../../support/people.ts';

/** An election of the best kite of the year, on a real system, from draft to bundle. */

const KITES: Candidate[] = Array.from({ length: 7 }, (_, n) => ({
  id: `kite-${n + 1}`,
  title: `Kite ${n + 1}`,
  groups: { club: ['dunes', 'pier', 'hill'][n % 3] ?? '' },
  criteria: [],
}));

const RULES: ElectionRules = {
  source: 'ballots.kites',
  choose: { min: 2, max: 3, spread: { by: 'club', min: 2 }, blank: true },
  quorum: {},
  score: [{ source: 'ballots.kites', scale: 'votes', weight: '1' }],
  ties: [{ lot: true }],
  places: [
    { key: 'first', title: 'First', count: 1, value: '1500' },
    { key: 'second', title: 'Second', count: 2, value: '800' },
    { key: 'third', title: 'Third', count: 3, value: '500' },
  ],
  unfilled: 'stay',
  budget: '4600',
};

export interface Contest extends TestApp {
  programmeId: string;
  /** Two people who run elections. */
  ada: Browser;
  bob: Browser;
  closing: ClosingService;
}

export const KITE_PROGRAMME = 'kite_festival';
const PATH = `/api/programmes/${KITE_PROGRAMME}/elections`;

export const contest = async (
  settings: Partial<Config> = {},
  more: { clientFolder?: string } = {},
): Promise<Contest> => {
  const system = await app(settings, more);
  const programmeId = await aProgramme(system.sql, KITE_PROGRAMME);
  for (const account of ['ada', 'bob'])
    await aPerson(system.sql, account, [{ role: 'organiser', programme: programmeId }]);
  return {
    ...system,
    programmeId,
    ada: await system.as('ada'),
    bob: await system.as('bob'),
    closing: system.server.get(ClosingService, { strict: false }),
  };
};

export const pathOf = (election: string, rest = ''): string => `${PATH}/${election}${rest}`;

/** A draft that opened a minute ago; `lasts` is in milliseconds. */
export const draft = async (
  system: Contest,
  id: string,
  { lasts = 3_600_000, rules = {} }: { lasts?: number; rules?: Partial<ElectionRules> } = {},
): Promise<void> => {
  const now = Date.now();
  await system.server.get(DraftElectionsService, { strict: false }).create({
    id,
    programmeId: system.programmeId,
    title: 'The best kite',
    opensAt: new Date(now - 60_000),
    closesAt: new Date(Math.ceil((now + lasts) / 1000) * 1000),
    rules: { ...RULES, ...rules },
    candidates: KITES,
  });
};

interface Waiting {
  waiting: { id: string } | null;
}

/** Ada proposes, Bob confirms. */
export const together = async (system: Contest, id: string, proposal: object): Promise<Answer> => {
  const proposed = await system.ada.post<Waiting>(pathOf(id, '/actions'), proposal);
  if (proposed.status !== 201) throw new Error(`not proposed: ${proposed.text}`);
  return system.bob.post(pathOf(id, `/actions/${proposed.body.waiting?.id ?? ''}`), {});
};

export const issue = async (system: Contest, id: string, count: number, batch = 'all'): Promise<string[]> => {
  const answer = await system.ada.post<{ codes: { code: string }[] }>(pathOf(id, '/codes'), { batch, count });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.codes.map(({ code }) => code);
};

/** Lets the time to vote end so many milliseconds from now; for an election that is not sealed yet. */
export const endAfter = async (system: Contest, id: string, lasts: number): Promise<void> => {
  const [opens, closes] = [Date.now() - 60_000, Math.ceil((Date.now() + lasts) / 1000) * 1000];
  const body = { opens: new Date(opens).toISOString(), closes: new Date(closes).toISOString() };
  const answer = await system.ada.ask('PUT', pathOf(id, '/window'), { body });
  if (answer.status >= 300) throw new Error(answer.text);
};

/** An open election, whose end is counted from when its codes are there; answers its codes. */
export const open = async (
  system: Contest,
  id: string,
  {
    codes = 30,
    lasts = 3_600_000,
    rules = {},
  }: { codes?: number; lasts?: number; rules?: Partial<ElectionRules> } = {},
): Promise<string[]> => {
  await draft(system, id, { lasts, rules });
  const issued = await issue(system, id, codes);
  await endAfter(system, id, lasts);
  for (const action of ['seal', 'open']) {
    const answer = await together(system, id, { action });
    if (answer.status !== 200) throw new Error(answer.text);
  }
  return issued;
};

export interface Ballot {
  code: string;
  nonce: string;
  choice: string[];
  tracker: string;
}

/** What a browser sends. */
export const ballot = (
  election: string,
  code: string,
  {
    choice = ['kite-1', 'kite-2'],
    nonce = randomBytes(32).toString('hex'),
  }: { choice?: string[]; nonce?: string } = {},
): Ballot => ({ code, nonce, choice, tracker: trackerOf(DIGESTS, { election, nonce, choice }) });

export const cast = (system: Pick<TestApp, 'browser'>, election: string, given: unknown): Promise<Answer> =>
  system.browser().post(`/api/elections/${election}/ballots`, given);

/** A choice that obeys the rules, different from voter to voter and the same at every run. */
export const someChoice = (n: number): string[] => {
  const digits = createHash('sha256').update(String(n)).digest();
  if ((digits[0] ?? 0) % 12 === 0) return [];
  const first = (digits[1] ?? 0) % 7;
  const second = (first + 1 + ((digits[2] ?? 0) % 2)) % 7;
  return first % 3 === second % 3 ? someChoice(n + 1000) : [`kite-${first + 1}`, `kite-${second + 1}`].sort();
};

/** Waits until the time of an election is over, by the database's clock. */
export const waitForEnd = async (system: Contest, id: string): Promise<void> => {
  for (;;) {
    const [row] = await system.sql.query<{ over: boolean }>(
      'SELECT clock_timestamp() >= coalesce(extended_to, closes_at) AS over FROM vote_election WHERE id = $1',
      [id],
    );
    if (row?.over !== false) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** Its end is over, without waiting: as the owner of the tables, past the trigger that holds everybody else. */
export const endNow = async (owner: pg.Client, id: string): Promise<void> => {
  await owner.query('ALTER TABLE vote_election DISABLE TRIGGER vote_election_frozen');
  await owner.query(`UPDATE vote_election SET closes_at = now() - interval '2 seconds' WHERE id = $1`, [id]);
  await owner.query('ALTER TABLE vote_election ENABLE TRIGGER vote_election_frozen');
};
