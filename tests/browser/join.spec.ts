import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { act, type Fair, fair, seen } from '../api/starts/fair.ts';
import { launchChromium, visitor } from '../support/chromium.ts';
import { isWithinScreen } from '../support/screen-width.ts';
import { violations } from '../support/violations.ts';

/** Somebody who helps at the fair signs up on a phone, with the built client. */

jest.setTimeout(240_000);

const CLIENT = process.env['CLIENT_FOLDER'] ?? join(import.meta.dirname, '../../dist/client');
describe('the page of a sign-up on a phone', () => {
  let system: Fair;
  let browser: Browser;

  beforeAll(async () => {
    system = await fair({}, { clientFolder: CLIENT });
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    await system.close();
  });

  it('leads from the notice to a receipt, and tells later that the club has confirmed', async () => {
    const { page, complaints } = await visitor(browser, { width: 390, height: 844 });
    await page.goto(`${system.url}/join/festa_bairro/inscricao`);
    await page.getByText('隐私告知（版本 2025-02）').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await isWithinScreen(page)).toBe(true);

    await page.getByRole('button', { name: 'Inscrever-me' }).click();
    await page.getByText('请先阅读并同意隐私告知').waitFor();
    await page.getByRole('checkbox', { name: '我已阅读并同意上述隐私告知' }).check();
    await page.getByLabel('选择单位').fill('rancho');
    await page.getByTitle('The rancho').click();
    await page.getByLabel('Nome').fill('Ana Reis');
    await page.getByRole('button', { name: 'Inscrever-me' }).click();
    await page.locator('.issue-list li').first().waitFor();
    await page.getByLabel('Telefone').fill('912345678');
    await page.getByText('Manhã').click();
    await page.getByRole('button', { name: 'Inscrever-me' }).click();
    await page.getByText('已收到您的登记').waitFor();
    const receipt = await page.locator('.join-number').innerText();
    expect(receipt).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    expect(await violations(page)).toEqual([]);

    const clerk = await system.as('sec_rancho');
    const [row] = await system.rows<{ id: string }>(`SELECT case_id AS id FROM sign_up WHERE ENTERED`);
    const { lockVersion } = await seen(clerk, row?.id ?? '');
    await act(clerk, row?.id ?? '', { action: 'confirmar', lockVersion });
    await page.reload();
    await page.getByText(`本机曾在此登记，回执号 ${receipt}`).waitFor();
    await page.getByRole('button', { name: /^查\s*询$/ }).click();
    await page.getByText('Inscrição de ajudantes（The rancho）：Confirmado').waitFor();
    expect(complaints).toEqual([]);
  });
});
