import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, type Visitor } from '../support/chromium.ts';
import { eventually } from '../support/eventually.ts';
import * as walk from '../support/newcomer.ts';
import type { RunningSystem } from '../support/running-system.ts';
import { isWithinScreen } from '../support/screen-width.ts';
import { violations } from '../support/violations.ts';

/**
 * Five levels of organisations, made in an empty installation in the browser alone: villages count, townships and counties
 * look at what stands below themselves, and a county forwards what it gathered, which prefecture and province take on whole.
 */

jest.setTimeout(240_000);

const LEVELS = ['Village', 'Township', 'County', 'Prefecture', 'Province'] as const;
const ABOVE = new Map<string, string>(LEVELS.map((level, index) => [level, LEVELS[index + 1] ?? '']));
const NEXT = 'those directly below the own organisation';

let system: RunningSystem;
let browser: Browser;
let administrator: Visitor;
let programme: string;
const passwords = new Map<string, string>();
const people = new Map<string, Visitor>();

const pageOf = async (account: string): Promise<Page> => {
  const known = people.get(account) ?? (await walk.enter(browser, system, account, passwords.get(account) ?? ''));
  people.set(account, known);
  return known.page;
};

const reviewed = async (account: string, organisation: string): Promise<Page> => {
  const page = await pageOf(account);
  await page.goto(`${system.url}/review`);
  await page.getByRole('link', { name: organisation }).first().click();
  await page.locator('.case-facts').waitFor();
  return page;
};

const approve = async (account: string, organisation: string, state: string): Promise<void> => {
  const page = await reviewed(account, organisation);
  await walk.act(page, 'Approve');
  await walk.confirm(page, 'Approve');
  await walk.stateOf(page, state);
};

beforeAll(async () => {
  browser = await launchChromium();
  ({ system, administrator } = await walk.founded(browser));
});

afterAll(async () => {
  await browser.close();
  await system.stop();
});

it('five kinds, a form and a workflow with a review at each level are made by forms alone', async () => {
  const { page } = administrator;
  programme = await walk.makeProgramme(page, 'Orchard count', LEVELS);
  await walk.makeForm(page, 'Trees', [['Whole number', 'Apple trees']]);
  await walk.makeForm(page, 'Cover of a batch', [['Text', 'Remarks']]);
  await walk.makeWorkflow(page, {
    title: 'Count of trees',
    form: 'Trees',
    kind: 'Village',
    often: 'Once',
    reach: NEXT,
  });
  await walk.insertReview(page, 'At the county', 'County');
  await walk.insertReview(page, 'At the prefecture', 'Prefecture');
  await walk.insertReview(page, 'At the province', 'Province');
  await page.getByText('No problems found').first().waitFor();
  expect(await violations(page)).toEqual([]);
  await walk.draftSaved(page);
});

it('what is missing in a new review is told at its field', async () => {
  const { page } = administrator;
  await page.getByRole('button', { name: 'Approve → Accepted · Insert a review here' }).click();
  await walk.dialogOf(page).getByRole('button', { name: 'Insert', exact: true }).click();
  await walk.dialogOf(page).getByText('Please fill this in').waitFor();
  await walk.confirm(page, 'Cancel');
});

it('a workflow that gathers what a county forwards is made by forms alone', async () => {
  const { page } = administrator;
  await page.getByRole('link', { name: 'All forms and workflows' }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Roles' }).click();
  const reviewer = page.getByRole('group', { name: 'Reviewer', exact: true });
  await reviewer.getByLabel('fill in for the own organisation').check();
  await walk.draftSaved(page);
  await page.getByRole('link', { name: 'All forms and workflows' }).click();
  await walk.makeWorkflow(page, {
    title: 'Batch of a county',
    form: 'Cover of a batch',
    kind: 'County',
    often: 'Once',
    reach: NEXT,
    filler: 'Reviewer',
  });
  await walk.insertReview(page, 'At the province', 'Province');
  await walk.entry(page, 'General').click();
  await walk.properties(page).getByRole('switch', { name: 'Holds other cases' }).click();
  await walk.properties(page).getByRole('button', { name: 'Only those for which this holds' }).click();
  await page.locator('.expression-names').getByRole('button', { name: 'At the county' }).click();
  await page.keyboard.press('Escape');
  for (const action of ['Submit → Under review', 'Approve → At the province', 'Approve → Accepted']) {
    await walk.entry(page, action).click();
    await walk.choose(walk.properties(page), 'Gathered cases do this too', 'Approve');
  }
  await page.getByText('No problems found').first().waitFor();
  await walk.publishAll(page, system, programme);
});

it('an organisation of each level stands below the next, with one person in it', async () => {
  const { page } = administrator;
  await page.goto(`${system.url}/organisations`);
  const places = LEVELS.toReversed().map((kind) => ({ kind, place: 'Ash' }));
  places.push({ kind: 'Village', place: 'Birch' }, { kind: 'County', place: 'Elm' });
  const account = (kind: string, place: string): string => `${kind}.${place}`.toLowerCase();
  for (const { kind, place } of places) {
    const above = ABOVE.get(kind) ?? '';
    await walk.addOrganisation(page, {
      code: `${kind}-${place}`.toLowerCase(),
      title: `${kind} of ${place}`,
      kind,
      ...(above === '' ? {} : { superior: `${above} of Ash` }),
    });
  }
  await page.goto(`${system.url}/people`);
  for (const { kind, place } of places) {
    const role = kind === 'Village' ? 'Filler' : 'Reviewer';
    const name = account(kind, place);
    passwords.set(name, await walk.addPerson(page, name, role, `${kind} of ${place}`));
  }
});

it('what villages count passes the township, and a county gives it back; the county beside sees nothing of it', async () => {
  for (const place of ['Ash', 'Birch']) {
    const village = await pageOf(`village.${place.toLowerCase()}`);
    await village.getByRole('button', { name: 'Fill in' }).click();
    await village.getByLabel('Apple trees').fill('412');
    await walk.act(village, 'Submit');
    await walk.confirm(village, 'Submit');
    await walk.stateOf(village, 'Under review');
    await approve('township.ash', `Village of ${place}`, 'At the county');
  }
  const elm = await pageOf('county.elm');
  await elm.goto(`${system.url}/review`);
  await elm.getByText('Nothing waits for your review').waitFor();
  const county = await reviewed('county.ash', 'Village of Ash');
  await walk.act(county, 'Return');
  const dialog = walk.dialogOf(county);
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByRole('textbox').fill('The old orchard is missing');
  await walk.confirm(county, 'Return');
  await walk.stateOf(county, 'Under review');
  const township = await reviewed('township.ash', 'Village of Ash');
  await township.getByText('The old orchard is missing').first().waitFor();
  await approve('township.ash', 'Village of Ash', 'At the county');
});

it('the county forwards both in one batch, prefecture and province take it on whole, and the villages are accepted', async () => {
  const county = await pageOf('county.ash');
  await county.goto(`${system.url}/cases`);
  await county.getByRole('button', { name: 'Fill in' }).click();
  const gathered = county.getByRole('region', { name: 'Gathered: Count of trees' });
  await eventually(() => gathered.getByRole('link').allInnerTexts(), ['Village of Ash', 'Village of Birch']);
  await county.setViewportSize({ width: 390, height: 844 });
  await eventually(() => isWithinScreen(county), true);
  expect(await violations(county)).toEqual([]);
  await walk.act(county, 'Submit');
  await walk.confirm(county, 'Submit');
  await eventually(() => gathered.getByText('At the prefecture', { exact: true }).count(), 2);
  await approve('prefecture.ash', 'County of Ash', 'At the province');
  await approve('province.ash', 'County of Ash', 'Accepted');
  for (const account of ['village.ash', 'village.birch']) {
    const village = await pageOf(account);
    await village.reload();
    await walk.stateOf(village, 'Accepted');
  }
  expect([administrator, ...people.values()].flatMap(({ complaints }) => complaints)).toEqual([]);
});
