import { execFileSync } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser as Chromium, Page } from 'playwright-core';
import type { CaseView } from '../../server/contract/wire/case.ts';
import type { ElectionView } from '../../server/contract/wire/ballot.ts';
import { type Browser, browserAt } from '../support/app.ts';
import { launchChromium, visitor } from '../support/chromium.ts';
import { eventually } from '../support/eventually.ts';
import { runSystem, type RunningSystem } from '../support/running-system.ts';
import { signedInAtDemonstration } from '../support/signed-in.ts';

/**
 * The award of the shipped programme, from the nominations to the certificates: eight teams, three ties at the borders of
 * the prizes, three hundred voters, and a server that is killed in the moment in which the vote ends.
 */

const ELECTIONS = '/api/programmes/mh_volunteer_2024/elections';
const VERIFIER = join(import.meta.dirname, '../../server/office/verify/verify.py');

/** Votes that each team is to get; equal ones meet at the borders between one prize and the next. */
const TEAMS = {
  university: { 蓝海心语: 100, 晨光社: 80, 青葵: 60, 微光: 60 },
  university_2: { 心桥: 100, 暖阳: 80, 向阳花: 70, 同行: 50 },
};
const VOTERS = 300;

/** From now until the vote ends, in milliseconds: what is in between must be done by then, on a busy machine as well. */
const LASTS = 90_000;

let system: RunningSystem;
let chromium: Chromium;
let election = '';
let codes: string[] = [];
let closes = 0;
let contest = '';

const signedIn = async (account: string): Promise<Browser> => {
  const browser = browserAt(system.url);
  const { body, text } = await browser.post<{ csrf: string }>('/api/session/demonstration', { account });
  if (typeof body.csrf !== 'string') throw new Error(text);
  browser.csrf = body.csrf;
  return browser;
};

const mustBe = <Body>({ status, body, text }: { status: number; body: Body; text: string }): Body => {
  if (status >= 400) throw new Error(`${String(status)} ${text}`);
  return body;
};

const act = async (browser: Browser, id: string, action: string, more: object = {}) => {
  const { lockVersion } = mustBe(await browser.get<CaseView>(`/api/cases/${id}`));
  return browser.ask('POST', `/api/cases/${id}/actions`, {
    body: { action, lockVersion, ...more },
    headers: { 'idempotency-key': randomUUID() },
  });
};

const caseOf = async (browser: Browser, workflow: string): Promise<string> => {
  const { rows } = mustBe(await browser.get<{ rows: { id: string; workflow: string }[] }>('/api/cases'));
  return rows.find((one) => one.workflow === workflow)?.id ?? '';
};

const activities = (count: number): object => ({
  activities: Array.from({ length: count }, (_, n) => ({
    _id: randomUUID(),
    department: '校团委',
    held_on: `2024-04-1${String(n)}`,
    kind: 'lecture',
    content: `讲座${String(n)}`,
    target: '学生',
    participants: 50 + n,
  })),
});

const nomination = (team: string): object => ({
  team,
  activity: `${team}心理健康行`,
  held_on: '2024-05-10',
  participants: 100,
  volunteers: 12,
  introduction: '走进校园和社区，讲授情绪管理的方法。',
  photos: [],
  contact_person: '李文静',
  phone: '13800001003',
});

const enter = async (account: string): Promise<Page> =>
  (await signedInAtDemonstration(chromium, system.url, { account })).page;

const moveClock = async (to: string): Promise<void> => {
  const designer = await signedIn('designer');
  mustBe(await designer.post('/api/demonstration/clock', { to }));
};

const sha256 = (...parts: string[]): string => createHash('sha256').update(parts.join('\0')).digest('hex');

/** Two teams of different institutions on each ballot, so that every team gets its votes. */
const choices = (candidates: ElectionView['candidates']): string[][] => {
  const idOf = new Map(candidates.map(({ id, title }) => [title, id]));
  const votes = Object.values(TEAMS).flatMap((teams) =>
    Object.entries(teams).flatMap(([team, count]) => Array.from({ length: count }, () => idOf.get(team) ?? '')),
  );
  return Array.from({ length: VOTERS }, (_, n) => [votes[n] ?? '', votes[n + VOTERS] ?? ''].sort());
};

const cast = async (code: string, choice: string[]): Promise<number> => {
  const nonce = randomBytes(32).toString('hex');
  const tracker = sha256('vote/v1/tracker', election, nonce, choice.join(','));
  return (await browserAt(system.url).post(`/api/elections/${election}/ballots`, { code, nonce, choice, tracker }))
    .status;
};

beforeAll(async () => {
  [system, chromium] = await Promise.all([runSystem({ DEMO: '1' }), launchChromium()]);
});

afterAll(async () => {
  await chromium.close();
  await system.stop();
});

jest.setTimeout(240_000);

describe('the award, from the nominations to the certificates', () => {
  it('a university that has reported too little cannot enter, and reads why', async () => {
    await moveClock('2024-05-20T10:00');
    const page = await enter('university');
    await page.goto(`${system.url}/cases`);
    await page.getByText('已报送的主题活动不足规定场数，暂不能申报').waitFor();
    await page.context().close();
  });

  it('two universities report their activities and enter four teams each; the office admits them', async () => {
    const reviewer = await signedIn('reviewer');
    for (const [account, teams] of Object.entries(TEAMS)) {
      const clerk = await signedIn(account);
      mustBe(await act(clerk, await caseOf(clerk, 'activity_report'), 'submit', { data: activities(3) }));
      for (const team of Object.keys(teams)) {
        const { offers } = mustBe(
          await clerk.get<{ offers: { workflow: string; places: { organisation: { id: string } }[] }[] }>(
            '/api/starts',
          ),
        );
        const organisation = offers.find(({ workflow }) => workflow === 'nomination')?.places[0]?.organisation.id;
        const begun = mustBe(
          await clerk.ask<{ id: string }>('POST', '/api/starts', {
            body: { programme: 'mh_volunteer_2024', workflow: 'nomination', organisation },
            headers: { 'idempotency-key': randomUUID() },
          }),
        );
        mustBe(await act(clerk, begun.id, 'submit', { data: nomination(team) }));
        mustBe(await act(reviewer, begun.id, 'accept'));
      }
    }
  });

  it('an organiser fixes the eight entries and sees them on the page', async () => {
    const organiser = await signedIn('organiser');
    contest = await caseOf(organiser, 'award_contest');
    const data = { voters: VOTERS, invited: '密封投票条逐人发放' };
    expect(mustBe(await act(organiser, contest, 'submit', { data }))).toMatchObject({ state: 'polling' });
    const page = await enter('organiser');
    await page.goto(`${system.url}/cases/${contest}`);
    for (const team of Object.values(TEAMS).flatMap(Object.keys)) await page.getByText(team, { exact: true }).waitFor();
    await page.goto(`${system.url}/contests`);
    await page.getByRole('button', { name: '建立投票' }).click();
    await page.waitForURL(/\/contests\/[0-9a-f-]{36}/);
    election = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.context().close();
  });

  it('three hundred codes are printed, once', async () => {
    const page = await enter('organiser');
    await page.goto(`${system.url}/contests/${election}`);
    await page.getByLabel('批次', { exact: true }).fill('all');
    await page.getByLabel('投票码数').fill(String(VOTERS));
    await page.getByRole('button', { name: '生成投票码并显示凭条' }).click();
    await page.getByRole('dialog', { name: `${String(VOTERS)} 张投票凭条` }).waitFor();
    await page
      .locator('.slip-code')
      .nth(VOTERS - 1)
      .waitFor();
    codes = [...new Set(await page.locator('.slip-code').allInnerTexts())];
    expect(codes).toHaveLength(VOTERS);
    await page.context().close();
  });

  it('one organiser proposes to seal and to open, only the other can confirm', async () => {
    const [one, other] = [await signedIn('organiser'), await signedIn('organiser_2')];
    closes = Math.ceil((Date.now() + LASTS) / 1000) * 1000;
    const window = { opens: new Date(Date.now() - 60_000).toISOString(), closes: new Date(closes).toISOString() };
    mustBe(await one.ask('PUT', `${ELECTIONS}/${election}/window`, { body: window }));
    for (const action of ['seal', 'open']) {
      const proposed = mustBe(
        await one.post<{ waiting: { id: string } }>(`${ELECTIONS}/${election}/actions`, { action }),
      );
      const path = `${ELECTIONS}/${election}/actions/${proposed.waiting.id}`;
      expect((await one.post(path, {})).body['code']).toBe('second-person-needed');
      mustBe(await other.post(path, {}));
    }
  });

  it('a voter votes on a phone, 299 others over the network; nobody sees a count meanwhile', async () => {
    const { body: view } = await browserAt(system.url).get<ElectionView>(`/api/elections/${election}`);
    const ballots = choices(view.candidates);
    const { page, complaints } = await visitor(chromium, { width: 360, height: 740 });
    await page.goto(`${system.url}/vote/${election}#${codes[0] ?? ''}`);
    const titles = (ballots[0] ?? []).map((id) => view.candidates.find((one) => one.id === id)?.title ?? '');
    for (const title of titles) await page.getByText(title, { exact: true }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '确认投票' }).click();
    await page.getByRole('heading', { name: '投票成功' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
    for (let n = 1; n < VOTERS; n += 20) {
      const some = ballots.slice(n, n + 20).map((choice, at) => cast(codes[n + at] ?? '', choice));
      expect(new Set(await Promise.all(some))).toEqual(new Set([200]));
    }
    expect(await cast(codes[7] ?? '', ballots[9] ?? [])).toBe(409);
    const organiser = await signedIn('organiser');
    expect((await organiser.get(`${ELECTIONS}/${election}/tallies`)).status).toBe(409);
    expect(Date.now()).toBeLessThan(closes);
  });

  it('the server is killed in the moment in which the vote ends, and nothing is lost', async () => {
    const look = browserAt(system.url);
    const status = async () => (await look.get<ElectionView>(`/api/elections/${election}`)).body.status;
    await eventually(status, 'closed', (LASTS * 2) / 1000);
    await system.kill();
    system = await runSystem({ DEMO: '1' }, system.folder);
    const organiser = await signedIn('organiser');
    const seed = async () =>
      (await organiser.post(`${ELECTIONS}/${election}/seed`, { seed: '2024062 05 11 17' })).status;
    await eventually(seed, 204, 60);
  });

  it('the count fills six prizes and not one more, within the budget; the case goes on to publicity by itself', async () => {
    const page = await enter('organiser');
    await page.goto(`${system.url}/contests/${election}`);
    await page.getByRole('button', { name: '计票', exact: true }).click();
    await page.getByText('结果已产生').first().waitFor();
    await page.getByText('合计 ¥4,600.00，总额 ¥4,600.00').waitFor();
    const rows = await page.locator('table', { hasText: '奖金' }).locator('tbody tr').allInnerTexts();
    const prizes = rows.flatMap((row) => /[一二三]等奖/.exec(row)?.[0] ?? []);
    expect(prizes.sort()).toEqual(['一等奖', '三等奖', '三等奖', '三等奖', '二等奖', '二等奖']);
    const first = rows.find((row) => row.includes('一等奖')) ?? '';
    expect(first).toMatch(/心桥|蓝海心语/);
    await page.context().close();
    const manager = await signedIn('manager');
    await eventually(async () => mustBe(await manager.get<CaseView>(`/api/cases/${contest}`)).state, 'announced', 60);
    const early = await act(manager, contest, 'award');
    expect([early.status, early.body['detail']]).toEqual([422, 'The time of publicity is not over']);
  });

  it('anybody can download what proves the count, and check it with nothing but Python', async () => {
    const answer = await fetch(`${system.url}/api/elections/${election}/bundle.zip`);
    const folder = mkdtempSync(join(tmpdir(), 'formflow-bundle-'));
    const file = join(folder, 'bundle.zip');
    writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
    const words = execFileSync('python3', [VERIFIER, file, '--code', codes[5] ?? ''], { encoding: 'utf8' });
    expect(words).toContain('300 ballots');
    rmSync(folder, { recursive: true });
  });

  it('two organisers certify, certificates can be printed, and the prizes are confirmed when publicity is over', async () => {
    const [one, other] = [await signedIn('organiser'), await signedIn('organiser_2')];
    const proposed = mustBe(
      await one.post<{ waiting: { id: string } }>(`${ELECTIONS}/${election}/actions`, { action: 'certify' }),
    );
    mustBe(await other.post(`${ELECTIONS}/${election}/actions/${proposed.waiting.id}`, {}));
    const page = await enter('organiser');
    await page.goto(`${system.url}/contests/${election}/certificates`);
    await page.getByText('一等奖').first().waitFor();
    await eventually(() => page.locator('.certificate').count(), 6);
    await page.goto(`${system.url}/results/${election}`);
    await page.getByRole('heading', { name: '投票结果' }).waitFor();
    await page.context().close();
    await moveClock('2024-05-29T10:00');
    const manager = await signedIn('manager');
    expect(mustBe(await act(manager, contest, 'award'))).toMatchObject({ state: 'awarded' });
  });
});
