import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Traffic } from '../../../server/modules/ballots/traffic.ts';
import type { ContestFlag, ContestList, ContestSetting } from '../../../server/contract/wire/contest.ts';
import type { TallyView } from '../../../server/contract/wire/contest-tally.ts';
import { aPerson } from '../../support/people.ts';
import { ballot, cast, contest, type Contest, open, pathOf, together, waitForEnd } from './contest.ts';

/** The text of a Word document, read by another program than the one that wrote it. */
const wordsOf = (bytes: Uint8Array): string =>
  execFileSync(
    'python3',
    [
      '-c',
      'import io,re,sys,zipfile; x=zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())).read("word/document.xml").decode(); print(re.sub("<[^>]+>"," ",x))',
    ],
    { input: bytes, encoding: 'utf8' },
  );

describe('running an election', () => {
  let system: Contest;

  beforeAll(async () => {
    system = await contest();
    await aPerson(system.sql, 'filler', [{ role: 'filler', programme: system.programmeId }]);
  });
  afterAll(() => system.close());

  /** Casts choices with the codes, in turn. */
  const vote = async (id: string, codes: string[], choices: string[][]): Promise<void> => {
    for (const [n, choice] of choices.entries()) {
      const answer = await cast(system, id, ballot(id, codes[n] ?? '', { choice }));
      if (answer.status !== 200) throw new Error(answer.text);
    }
  };

  const end = async (id: string): Promise<void> => {
    await waitForEnd(system, id);
    await system.closing.closeDue();
    await system.ada.post(pathOf(id, '/seed'), { seed: '3-1-4' });
  };

  const count = async (id: string, order: object = {}): Promise<TallyView> =>
    (await system.ada.post<TallyView>(pathOf(id, '/tallies'), order)).body;

  it('lists elections to those who run them, and to nobody else', async () => {
    await open(system, 'kites-listed', { codes: 2 });
    const list = await system.ada.get<ContestList>('/api/contests');
    expect(list.body.elections.map(({ id, status }) => `${id} ${status}`)).toContain('kites-listed open');
    const setting = await system.ada.get<ContestSetting>(pathOf('kites-listed', '/setting'));
    expect(setting.body).toMatchObject({ organisers: ['Person ada', 'Person bob'], case: null, canMail: false });
    const filler = await system.as('filler');
    expect((await filler.get('/api/contests')).status).toBe(403);
    for (const path of ['/setting', '/clock', '/flags', '/deliveries', '/papers/list.csv'])
      expect((await filler.get(pathOf('kites-listed', path))).status).toBe(403);
  });

  it('tells who proposed and who confirmed', async () => {
    const view = await system.bob.get<{ done: { action: string; by: string; confirmedBy: string }[] }>(
      pathOf('kites-listed'),
    );
    expect(view.body.done.map(({ action, by, confirmedBy }) => [action, by, confirmedBy])).toEqual([
      ['seal', 'Person ada', 'Person bob'],
      ['open', 'Person ada', 'Person bob'],
    ]);
  });

  it('shows the same to organisers however many have voted', async () => {
    const id = 'kites-still';
    const codes = await open(system, id, { codes: 12 });
    const look = (): Promise<string[]> =>
      Promise.all(
        ['', '/setting', '/flags', '/deliveries', '/papers/list.csv', '/papers/list.docx', '/papers/certificates'].map(
          async (path) => {
            const { status, text } = await system.ada.get(pathOf(id, path));
            return `${path} ${status} ${text.replace(/"instance":"[^"]*"/, '')}`;
          },
        ),
      );
    const before = await look();
    await vote(
      id,
      codes,
      Array.from({ length: 12 }, () => ['kite-1', 'kite-2']),
    );
    await system.server.get(Traffic, { strict: false }).flush();
    expect(await look()).toEqual(before);
    expect(before.slice(2).map((line) => line.split(' ')[1])).toEqual(['409', '200', '409', '409', '409']);
  });

  it('raises a flag in aggregates where a whole batch votes at once from one network, and keeps the decision', async () => {
    const id = 'kites-burst';
    const codes = await open(system, id, { codes: 10, lasts: 6000 });
    await vote(
      id,
      codes,
      Array.from({ length: 10 }, () => ['kite-1', 'kite-2']),
    );
    await system.server.get(Traffic, { strict: false }).flush();
    expect((await system.ada.get(pathOf(id, '/flags'))).status).toBe(409);
    await end(id);
    const flags = await system.ada.get<ContestFlag[]>(pathOf(id, '/flags'));
    expect(flags.body).toMatchObject([{ kind: 'batch-burst', batch: 'all', used: 10, codes: 10, decision: null }]);
    expect(flags.text).not.toMatch(/[0-9a-f]{64}|127\.0\.0/);
    const path = pathOf(id, `/flags/${flags.body[0]?.id ?? ''}`);
    expect((await system.bob.post(path, { decision: ' ' })).status).toBe(422);
    const decided = await system.bob.post<ContestFlag[]>(path, { decision: 'A school voted in one lesson' });
    expect(decided.body[0]).toMatchObject({ decision: 'A school voted in one lesson', decidedBy: 'Person bob' });
    expect((await system.ada.post(path, { decision: 'Something else' })).status).toBe(404);
    expect((await count(id)).result.ballots).toBe(10);
  });

  it('lets the committee order a tie, counts again without an entry that gave up, and keeps every count', async () => {
    const id = 'kites-tied';
    const codes = await open(system, id, { codes: 6, lasts: 6000, rules: { ties: [{ committee: true }] } });
    await vote(id, codes, [
      ['kite-1', 'kite-2'],
      ['kite-1', 'kite-2'],
      ['kite-1', 'kite-3'],
      ['kite-2', 'kite-3'],
    ]);
    await end(id);
    const first = await count(id);
    expect(first.result).toMatchObject({ status: 'tie', open: { entries: ['kite-1', 'kite-2'], seats: 1 } });
    const refused = await system.ada.post(pathOf(id, '/actions'), { action: 'certify' });
    expect([refused.status, refused.body['detail']]).toEqual([409, 'A tie waits for the committee to decide it']);
    const decided = await count(id, { decisions: [['kite-2', 'kite-1']] });
    expect(decided.result).toMatchObject({
      status: 'done',
      awards: [
        { place: 'first', entry: 'kite-2' },
        { place: 'second', entry: 'kite-1' },
        { place: 'second', entry: 'kite-3' },
      ],
      vacant: [{ place: 'third', count: 3 }],
    });
    const without = await count(id, { decisions: [['kite-2', 'kite-1']], withdrawn: ['kite-2'] });
    expect(without.result.awards.map(({ place, entry }) => `${place} ${entry}`)).toEqual([
      'first kite-1',
      'second kite-3',
    ]);
    const all = await system.bob.get<TallyView[]>(pathOf(id, '/tallies'));
    expect(all.body.map(({ n, by, result }) => [n, by, result.status])).toEqual([
      [1, 'Person ada', 'tie'],
      [2, 'Person ada', 'done'],
      [3, 'Person ada', 'done'],
    ]);
  });
});

describe('what is printed of a count', () => {
  let system: Contest;
  const id = 'kites-paper';

  beforeAll(async () => {
    system = await contest();
    const codes = await open(system, id, { codes: 6, lasts: 6000, rules: { ties: [{ committee: true }] } });
    const choices = [
      ['kite-1', 'kite-2'],
      ['kite-1', 'kite-2'],
      ['kite-3', 'kite-4'],
    ];
    for (const [n, choice] of choices.entries()) await cast(system, id, ballot(id, codes[n] ?? '', { choice }));
    await waitForEnd(system, id);
    await system.closing.closeDue();
    await system.ada.post(pathOf(id, '/seed'), { seed: '3-1-4' });
  });
  afterAll(() => system.close());

  const table = (): Promise<{ status: number; text: string }> => system.ada.get(pathOf(id, '/papers/list.csv'));

  it('is nothing before there is a result', async () => {
    await system.ada.post(pathOf(id, '/tallies'), {});
    expect((await table()).status).toBe(409);
    expect((await system.ada.get(pathOf(id, '/papers/certificates'))).status).toBe(409);
  });

  it('is a list in the order that the committee decided, provisional until two people certified it', async () => {
    const decisions = [
      ['kite-2', 'kite-1'],
      ['kite-4', 'kite-3'],
    ];
    const counted = await system.ada.post<TallyView>(pathOf(id, '/tallies'), { decisions });
    expect(counted.body.result.status).toBe('done');
    const { text } = await table();
    expect(text.split('\r\n').slice(0, 4)).toEqual([
      'The best kite List of prizes(provisional; objections are still open)',
      'No.,Prize,Entry,Institution,Value',
      '1,First,Kite 2,pier,1500',
      expect.stringMatching(/^2,Second,/),
    ]);
    expect((await system.ada.get(pathOf(id, '/papers/certificates'))).status).toBe(409);
    expect((await together(system, id, { action: 'certify' })).body['status']).toBe('certified');
    expect((await table()).text.split('\r\n')[0]).toBe('The best kite List of prizes');
  });

  it('is a certificate for each prize, on the screen and in Word', async () => {
    const shown = await system.ada.get<{ text: string }[]>(pathOf(id, '/papers/certificates'));
    expect(shown.body.map(({ text }) => text)).toEqual([
      expect.stringContaining('“Kite 2” of pier was awarded First'),
      expect.stringContaining('“Kite 1” of dunes was awarded Second'),
      expect.stringContaining('was awarded Second'),
      expect.stringContaining('was awarded Third'),
    ]);
    for (const name of ['certificates.docx', 'list.docx']) {
      const answer = await fetch(`${system.url}${pathOf(id, `/papers/${name}`)}`, {
        headers: { cookie: system.ada.cookie ?? '' },
      });
      const words = wordsOf(new Uint8Array(await answer.arrayBuffer()));
      for (const entry of ['Kite 1', 'Kite 2', 'Kite 3', 'Kite 4']) expect(words).toContain(entry);
    }
  });
});
