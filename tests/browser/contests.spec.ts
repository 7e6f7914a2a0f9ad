import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ballot, cast, contest, type Contest, draft, endAfter, waitForEnd } from '../api/ballots/contest.ts';
import { launchChromium, type Visitor } from '../support/chromium.ts';
import { eventually } from '../support/eventually.ts';
import { isWithinScreen } from '../support/screen-width.ts';
import { signedIn } from '../support/signed-in.ts';
import { settled, violations } from '../support/violations.ts';

/** Two organisers run an election from its codes to its certificates: one at a desk, one with a phone. */

jest.setTimeout(180_000);

const ID = 'kites-run';
const PHONE = { width: 390, height: 844 };

/** From the sealing until the vote ends, in milliseconds: what is in between must be done by then, on a busy machine too. */
const LASTS = 50_000;

let system: Contest;
let browser: Browser;
let ada: Visitor;
let bob: Visitor;
let codes: string[] = [];

/** Ada proposes at her desk; she cannot confirm it herself. Bob does, on his phone. */
const both = async (action: string): Promise<void> => {
  await ada.page.getByRole('button', { name: `提出${action}` }).click();
  await ada.page.getByText('等待另一位组织者确认').waitFor();
  expect(await ada.page.getByRole('button', { name: `确认${action}` }).count()).toBe(0);
  await bob.page.reload();
  await bob.page.getByRole('button', { name: `确认${action}` }).click();
  await bob.page.getByRole('button', { name: `确认${action}` }).waitFor({ state: 'detached' });
  await ada.page.reload();
};

beforeAll(async () => {
  system = await contest();
  browser = await launchChromium();
  await draft(system, ID, { rules: { ties: [{ committee: true }] } });
  ada = await signedIn(browser, system.url, { account: 'ada' });
  bob = await signedIn(browser, system.url, { account: 'bob', size: PHONE });
  await ada.page.goto(`${system.url}/contests`);
  await bob.page.goto(`${system.url}/contests/${ID}`);
});

afterAll(async () => {
  await browser.close();
  await system.close();
});

describe('an election in the hands of two organisers', () => {
  it('is found in the list and says its rules in words, and what comes next', async () => {
    const { page } = ada;
    await page.getByRole('link', { name: 'The best kite' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'The best kite' }).click();
    await page.getByRole('heading', { name: '下一步' }).waitFor();
    await page.getByText('每张选票选 2 至 3 项').waitFor();
    await page.getByText('First 1 名，每名 1500').waitFor();
    await page.getByText('奖金总额不超过 4600').waitFor();
    await page.locator('[aria-current=step]', { hasText: '生成投票码' }).waitFor();
    await page.getByText('还不能寄送邮件').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('has its codes printed as slips, eight on a sheet, shown once', async () => {
    const { page } = ada;
    page.on('dialog', (dialog) => void dialog.accept());
    await page.getByLabel('批次', { exact: true }).fill('hall');
    await page.getByLabel('投票码数').fill('10');
    await page.getByRole('button', { name: '生成投票码并显示凭条' }).click();
    const sheet = page.getByRole('dialog', { name: '10 张投票凭条' });
    await sheet.locator('.slip-qr').nth(9).waitFor();
    codes = await sheet.locator('.slip-code').allTextContents();
    expect(codes.every((code) => /^[0-9A-Z]{4}(-[0-9A-Z]{4}){5}$/.test(code))).toBe(true);
    expect([codes.length, await sheet.locator('.slip-qr').count()]).toEqual([10, 10]);
    expect(await violations(page)).toEqual([]);
    const pdf = (await page.pdf({ preferCSSPageSize: true, format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
    await page.getByRole('button', { name: '已打印，关闭' }).click();
    await sheet.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('cell', { name: 'hall' }).waitFor();
    const kept = await page.evaluate(() => `${document.body.innerText} ${Object.values(localStorage).join(' ')}`);
    expect(codes.filter((code) => kept.includes(code))).toEqual([]);
  });

  it('is sealed and opened by both, never by one', async () => {
    await endAfter(system, ID, LASTS);
    await ada.page.reload();
    await both('封存');
    await ada.page.getByText('以上为封存的规则').waitFor();
    await both('开放投票');
    await ada.page.getByRole('timer').waitFor();
    expect(await isWithinScreen(bob.page)).toBe(true);
    expect(await violations(bob.page)).toEqual([]);
  });

  it('says nothing of votes while it is open', async () => {
    const choices = [
      ['kite-1', 'kite-2'],
      ['kite-1', 'kite-2'],
      ['kite-3', 'kite-4'],
    ];
    const words = async (): Promise<string> => {
      await ada.page.reload();
      await ada.page.getByRole('timer').waitFor();
      await settled(ada.page);
      return (await ada.page.locator('main, .contest-page').first().innerText()).replace(/还剩.*/g, '');
    };
    const before = await words();
    for (const [n, choice] of choices.entries())
      expect((await cast(system, ID, ballot(ID, codes[n] ?? '', { choice }))).status).toBe(200);
    expect(await words()).toBe(before);
  });

  it('is counted after its half of the seed was drawn, and the committee orders a tie with the keyboard', async () => {
    const { page } = ada;
    await waitForEnd(system, ID);
    await system.closing.closeDue();
    await page.getByLabel('公开抽取的数字').fill('05 11 17');
    await page.getByRole('button', { name: '登记' }).click();
    await page.getByRole('button', { name: '计票', exact: true }).click();
    await page.getByText('“First”还有 1 个名额，2 项同分').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '下移 Kite 1' }).focus();
    await page.keyboard.press('ArrowDown');
    await eventually(() => page.locator('.tie-order .tie-name').allTextContents(), ['Kite 2', 'Kite 1']);
    await page.getByRole('button', { name: '按此顺序再次计票' }).click();
    await page.getByText(/“Second”还有 1 个名额，2 项同分/).waitFor();
    await page.getByRole('button', { name: '按此顺序再次计票' }).click();
    await page.getByRole('heading', { name: '全部计票（3）' }).waitFor();
    await page.getByRole('row', { name: /1\s*Kite 2\s*2.*First/ }).waitFor();
    await page.getByText('合计').waitFor();
    await page.getByText('没有发现异常').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('is certified by both, and its certificates can be printed', async () => {
    await both('认证结果');
    await bob.page.getByText('结果已认证').waitFor();
    await ada.page.getByRole('link', { name: '打印证书' }).click();
    await ada.page.getByText('“Kite 2” of pier was awarded First').waitFor();
    await eventually(() => ada.page.locator('.certificate').count(), 4);
    expect(await violations(ada.page)).toEqual([]);
    expect(await isWithinScreen(bob.page)).toBe(true);
    expect([...ada.complaints, ...bob.complaints]).toEqual([]);
  });
});
