import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { compose } from './grid-page/input-method.ts';
import { measureKeys, percentile } from './grid-page/latency.ts';
import './grid-page/page-window.ts';
import { servePage, type ServedPage } from './grid-page/serve.ts';
import { launchChromium } from '../support/chromium.ts';
import { eventually } from '../support/eventually.ts';

let served: ServedPage;
let browser: Browser;
let context: BrowserContext;
let complaints: string[];

beforeAll(async () => {
  served = await servePage();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});
beforeEach(async () => {
  complaints = [];
  context = await browser.newContext({ reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] });
});
afterEach(async () => {
  await context.close();
  // Violations of the strict content policy are reported here as well
  expect(complaints).toEqual([]);
});

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

const open = async (query: string, size = desktop): Promise<Page> => {
  const page = await context.newPage();
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.setViewportSize(size);
  await page.goto(served.address + query);
  await page.waitForSelector('.roster');
  return page;
};
const cell = (row: number, column: number): string => `[data-row="${row}"][data-column="${column}"]`;
const valueOf = (page: Page, row: number, field: string): Promise<unknown> =>
  page.evaluate(([at, key]) => window.rows[at]?.[key], [row, field] as const);
const putOnClipboard = (page: Page, text: string): Promise<void> =>
  page.evaluate((copied) => navigator.clipboard.writeText(copied), text);

/** Whether the cell is wholly in sight: neither beyond the edge nor under the header or the row numbers. */
const isInSight = (page: Page, row: number, column: number): Promise<boolean> =>
  page.evaluate(
    (selector) => {
      const element = document.querySelector(selector);
      if (element === null) return false;
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const corners = [
        [left + 8, top + 8],
        [right - 8, bottom - 8],
      ] as const;
      return corners.every(([x, y]) => element.contains(document.elementFromPoint(x, y)));
    },
    cell(row, column),
  );

const faultsOf = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
      rules: { region: { enabled: false } },
    }),
  );
  // Page-wide rules are the host's, not the grid's
  const own = violations.filter(({ id }) => !['landmark-one-main', 'page-has-heading-one'].includes(id));
  return own.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
};

describe('an input method in a real browser', () => {
  it('keeps the first Chinese word typed on a selected cell, over the old content', async () => {
    const page = await open('?rows=3');
    await page.click(cell(1, 0));
    await compose(page, ['z', 'zh', 'zhang', "zhang'san"], '张三丰');
    await eventually(() => valueOf(page, 1, 'name'), '李四');
    await page.keyboard.press('Enter');
    await eventually(() => valueOf(page, 1, 'name'), '张三丰');
    await compose(page, ['w', 'wang'], '王');
    await page.keyboard.press('Tab');
    await eventually(() => valueOf(page, 2, 'name'), '王');
  });

  it('finds an option by a Chinese word', async () => {
    const page = await open('?rows=3');
    await page.click(cell(0, 3));
    await compose(page, ['ch', 'chuan'], '船医');
    await page.keyboard.press('Enter');
    await eventually(() => valueOf(page, 0, 'duties'), [3]);
  });

  it('keeps an unfinished word when the person clicks another cell', async () => {
    const page = await open('?rows=3');
    await page.click(cell(0, 0));
    const client = await context.newCDPSession(page);
    await client.send('Input.imeSetComposition', { text: '赵', selectionStart: 1, selectionEnd: 1 });
    await page.click(cell(2, 2));
    await eventually(() => valueOf(page, 0, 'name'), '赵');
    await eventually(() => valueOf(page, 2, 'age'), 22);
  });
});

describe('pasting from a spreadsheet in a real browser', () => {
  it('asks in numbers, reads titles to codes, keeps line ends in cells and adds rows', async () => {
    const page = await open('?rows=2');
    await page.click(cell(1, 0));
    await putOnClipboard(
      page,
      '吴九\t下铺\t３３\t1、3\t是\t"第一行\n第二行"\r\n郑十\t中铺\t三十\t船医，厨师\t否\t\r\n',
    );
    await page.keyboard.press('Control+v');
    const dialog = page.getByRole('dialog');
    await eventually(
      () => dialog.getByRole('listitem').allTextContents(),
      ['剪贴板中有 2 行 × 6 列。', '将覆盖 5 个已有内容的格。', '将新增 1 行。', '有 2 格无法识别，将原样保留并标出。'],
    );
    await dialog.locator('button:focus').waitFor();
    await page.keyboard.press('Enter');
    const rows = () =>
      page.evaluate(() =>
        window.rows
          .slice(1)
          .map(({ name, berth, age, duties, trained, training }) => ({ name, berth, age, duties, trained, training })),
      );
    await eventually(rows, [
      { name: '吴九', berth: 'l', age: 33, duties: [1, 3], trained: true, training: '第一行\n第二行' },
      { name: '郑十', berth: '中铺', age: '三十', duties: [3, 4], trained: false },
    ]);
    await page.keyboard.press('Control+z');
    await eventually(() => page.evaluate(() => window.rows.map((row) => row['name'])), ['张三', '李四']);
  });

  it('copies a range that can be pasted again', async () => {
    const page = await open('?rows=3');
    await page.click(cell(0, 0));
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Control+c');
    await eventually(() => page.evaluate(() => navigator.clipboard.readText()), '张三\t下铺\n李四\t上铺\n');
    await page.click(cell(3, 0));
    await page.keyboard.press('Control+v');
    await eventually(
      () => page.evaluate(() => window.rows.slice(3).map((row) => [row['name'], row['berth']])),
      [
        ['张三', 'l'],
        ['李四', 'u'],
      ],
    );
  });
});

describe('two thousand rows', () => {
  it('go by with keys, the active cell always in sight beside the header', async () => {
    const page = await open('?rows=2000&most=3000', { width: 900, height: 700 });
    await page.click(cell(0, 0));
    for (const keys of [
      'PageDown',
      'ArrowDown',
      'PageDown',
      'End',
      'Control+End',
      'PageUp',
      'Home',
      'ArrowUp',
      'Control+Home',
    ]) {
      await page.keyboard.press(keys);
      const [row, column] = await page.evaluate(() => {
        const active = document.querySelector<HTMLElement>('.roster-active');
        return [Number(active?.dataset['row']), Number(active?.dataset['column'])] as const;
      });
      await eventually(async () => [keys, await isInSight(page, row, column)], [keys, true]);
    }
  });

  it('keep titles and row numbers in sight while scrolling, and draw few rows', async () => {
    const page = await open('?rows=2000&most=3000', { width: 900, height: 700 });
    await page.evaluate(() => document.querySelector('.roster-scroller')?.scrollTo(300, 40_000));
    await page.waitForSelector('[data-number="840"]');
    const box = await page.locator('.roster-scroller').boundingBox();
    const corner = await page.locator('.roster-corner').boundingBox();
    const number = await page.locator('[data-number="840"]').boundingBox();
    expect(corner).toMatchObject({ x: (box?.x ?? 0) + 1, y: (box?.y ?? 0) + 1 });
    expect(number?.x).toBe((box?.x ?? 0) + 1);
    expect(await page.locator('[role=row]').count()).toBeLessThan(60);
  });

  it('jump from a list of errors to the cell', async () => {
    const page = await open('?rows=2000&most=3000', { width: 900, height: 700 });
    expect(await page.evaluate(() => window.grid?.focusCell('row-1500', 'phone'))).toBe(true);
    await eventually(() => isInSight(page, 1500, 9), true);
    await page.keyboard.type('139');
    await page.keyboard.press('Enter');
    await eventually(() => valueOf(page, 1500, 'phone'), '139');
  });
});

describe('the mouse', () => {
  it('drags a range, opens a list by its sign and picks', async () => {
    const page = await open('?rows=6');
    await page.hover(cell(1, 0));
    await page.mouse.down();
    await page.hover(cell(3, 2));
    await page.mouse.up();
    await eventually(() => page.locator('[role=gridcell][aria-selected=true]').count(), 9);
    await page.click(cell(2, 1));
    await page.click('[data-open]');
    await page.getByRole('option', { name: '下铺' }).click();
    await eventually(() => valueOf(page, 2, 'berth'), 'l');
  });

  it('takes a date from the calendar of the browser', async () => {
    const page = await open('?rows=3');
    await page.click(cell(0, 6));
    await page.locator('.roster-date').fill('2024-05-01', { force: true });
    await eventually(() => valueOf(page, 0, 'boarded'), '2024-05-01');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('4/2');
    await page.keyboard.press('Enter');
    await eventually(() => valueOf(page, 1, 'boarded'), '2024-04-02');
  });

  it('opens the text of a cell by double click', async () => {
    const page = await open('?rows=3');
    await page.dblclick(cell(0, 8));
    await page.keyboard.type('码头');
    await page.keyboard.press('Enter');
    await eventually(() => valueOf(page, 0, 'port'), '东港码头');
  });
});

describe('typing in a roster of 1,000 rows and ten columns', () => {
  it('works less than 16 ms for a letter and less than 50 ms for keeping a cell', async () => {
    const page = await open('?rows=1000');
    await page.click(cell(0, 0));
    await page.keyboard.type('warm');
    await page.keyboard.press('Enter');
    await measureKeys(page);
    for (let row = 0; row < 20; row += 1) {
      await page.keyboard.type('abcdefgh');
      await page.keyboard.press('Enter');
    }
    const times = await page.evaluate(() => window.keyTimes);
    expect(times).toHaveLength(180);
    expect(
      percentile(
        times.filter((_, at) => at % 9 !== 8),
        0.95,
      ),
    ).toBeLessThan(16);
    expect(
      percentile(
        times.filter((_, at) => at % 9 === 8),
        0.95,
      ),
    ).toBeLessThan(50);
  });
});

describe('reading the grid', () => {
  it('has no fault that axe can find, contrast included', async () => {
    const page = await open('?rows=8&notes&example');
    await page.click(cell(1, 3));
    await page.keyboard.press('F2');
    expect(await faultsOf(page)).toEqual([]);
  });

  it('has none on a phone either', async () => {
    const page = await open('?rows=3&notes&example', phone);
    expect(await faultsOf(page)).toEqual([]);
  });

  it('fills a row on a phone without scrolling sideways', async () => {
    const page = await open('?rows=0', phone);
    await page.getByRole('button', { name: '新增一行' }).click();
    await page.keyboard.type('张三');
    await page.keyboard.press('Tab');
    await page.getByRole('combobox', { name: /舱位/ }).selectOption('下铺');
    await page.getByRole('checkbox', { name: '船医' }).check();
    await page.getByRole('radio', { name: '是', exact: true }).check();
    expect(
      await page.evaluate(() =>
        window.rows.map(({ name, berth, duties, trained }) => ({ name, berth, duties, trained })),
      ),
    ).toEqual([{ name: '张三', berth: 'l', duties: [3], trained: true }]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  });
});
