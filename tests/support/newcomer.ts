import type { Browser, Locator, Page } from 'playwright-core';
import { visitor, type Visitor } from './chromium.ts';
import { runSystem, type RunningSystem } from './running-system.ts';

/** What somebody does who has never seen the system, on English screens: found by what stands on them. */

const PASSWORD = 'Quay-walker-2025';

const newcomer = async (browser: Browser): Promise<Visitor> => {
  const made = await visitor(browser);
  await made.context.addInitScript(() => {
    localStorage.setItem('formflow.language', 'en');
  });
  return made;
};

export const dialogOf = (page: Page): Locator => page.getByRole('dialog').last();

export const confirm = async (page: Page, name: string): Promise<void> => {
  await dialogOf(page).getByRole('button', { name, exact: true }).click();
  await page.locator('.ant-modal:visible').waitFor({ state: 'hidden' });
};

/** Chooses from a list that opens, and leaves it closed behind. */
export const choose = async (within: Locator, label: string, option: string): Promise<void> => {
  const list = within.page().locator('.ant-select-dropdown:visible');
  const box = within.getByLabel(label, { exact: true });
  await box.click();
  await list.getByTitle(option, { exact: true }).click();
  // A list of several stays open for the next choice.
  if (await list.isVisible()) await box.blur();
  await list.waitFor({ state: 'hidden' });
};

/** The same in a list too long to be seen whole: what is looked for is typed. */
const find = async (within: Locator, label: string, option: string): Promise<void> => {
  const list = within.page().locator('.ant-select-dropdown:visible');
  const box = within.getByRole('combobox', { name: label });
  await box.click();
  await box.fill(option);
  await list.getByTitle(option, { exact: true }).last().click();
  await list.waitFor({ state: 'hidden' });
};

/** A line of the list of the workflow designer. */
export const entry = (page: Page, words: string): Locator => page.locator('.outline-entry', { hasText: words });

export const properties = (page: Page): Locator => page.getByRole('region', { name: 'Properties' });

export const draftSaved = (page: Page): Promise<void> =>
  page.locator('.draft-line:visible', { hasText: 'Draft saved' }).first().waitFor();

/** An empty installation and its first administrator, signed in by the link that the start prints. */
export const founded = async (browser: Browser): Promise<{ system: RunningSystem; administrator: Visitor }> => {
  const system = await runSystem({ DEMO: '0' });
  const administrator = await newcomer(browser);
  const { page } = administrator;
  await page.goto(/http:\/\/\S+\/set-up#\S+/.exec(system.output())?.[0] ?? '');
  await page.getByLabel('Account').fill('registrar');
  await page.getByLabel('Name').fill('Rita');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Make', exact: true }).click();
  await page.getByText('There is no programme yet').waitFor();
  return { system, administrator };
};

/** A blank programme with kinds of organisations; answers its key. */
export const makeProgramme = async (page: Page, title: string, kinds: readonly string[]): Promise<string> => {
  await page.getByRole('button', { name: 'New programme' }).click();
  await dialogOf(page).getByLabel('Name').fill(title);
  await dialogOf(page).getByRole('button', { name: 'Make it' }).click();
  await page.waitForURL(/programme=/);
  const key = new URL(page.url()).searchParams.get('programme') ?? '';
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Kinds of organisations' }).click();
  const [first = '', ...others] = kinds;
  await page.getByRole('group', { name: 'Organisation', exact: true }).getByLabel('Name').fill(first);
  for (const kind of others) {
    await page.getByPlaceholder('Name of the new kind').fill(kind);
    await page.getByRole('button', { name: 'Add kind' }).click();
    await page.getByRole('group', { name: kind, exact: true }).waitFor();
  }
  await draftSaved(page);
  await page.getByRole('link', { name: 'All forms and workflows' }).click();
  return key;
};

/** A form of fields from the palette; a column goes into the roster before it. */
export const makeForm = async (page: Page, title: string, fields: readonly (readonly [string, string])[]) => {
  await page.getByRole('button', { name: 'New form' }).click();
  await dialogOf(page).getByLabel('Title of the form').fill(title);
  await dialogOf(page).getByRole('button', { name: 'Create' }).click();
  await page.locator('.palette').waitFor();
  for (const [kind, name] of fields) {
    if (kind === 'First column') await page.locator('.canvas').getByText(kind, { exact: true }).click();
    else await page.locator('.palette').getByText(kind, { exact: true }).click();
    await page.getByLabel('Title', { exact: true }).fill(name);
    await page.locator('.canvas').getByText(name, { exact: true }).first().waitFor();
  }
  await draftSaved(page);
  await page.getByRole('link', { name: 'Forms and workflows' }).last().click();
};

export interface WantedWorkflow {
  title: string;
  form: string;
  kind: string;
  often: string;
  reach: string;
  filler?: string;
}

export const makeWorkflow = async (page: Page, wanted: WantedWorkflow): Promise<void> => {
  const { title, form, kind, often, reach, filler = 'Filler' } = wanted;
  await page.getByRole('button', { name: 'New workflow' }).click();
  const dialog = dialogOf(page);
  await dialog.getByLabel('Name').fill(title);
  await choose(dialog, 'Form', form);
  await choose(dialog, 'Kinds of organisations that report', kind);
  await choose(dialog, 'Filled in by', filler);
  await choose(dialog, 'Reviewed by', 'Reviewer');
  await choose(dialog, 'The reviewer sees', reach);
  if (often !== 'Once') await choose(dialog, 'How often', often);
  await dialog.getByRole('button', { name: 'Make it' }).click();
  await page.waitForURL(/\/workflows\//);
  await page.getByText('No problems found').first().waitFor();
};

/** One more review before the end, by people of that role in the organisation of that kind above. */
export const insertReview = async (page: Page, title: string, kind: string): Promise<void> => {
  await entry(page, 'Approve → Accepted').click();
  await properties(page).getByRole('button', { name: 'Insert a review here' }).click();
  const dialog = dialogOf(page);
  await dialog.getByLabel('Title of the state').fill(title);
  await find(dialog, 'Reviewed by', 'Reviewer');
  await find(dialog, 'Whose reports', `Those below (the own organisation is "${kind}")`);
  await confirm(page, 'Insert');
  await entry(page, `Approve → ${title}`).waitFor();
};

export const publishAll = async (page: Page, system: RunningSystem, programme: string): Promise<void> => {
  await draftSaved(page);
  await page.goto(`${system.url}/design/${programme}/publish`);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByText('published by Rita').waitFor();
};

export interface WantedOrganisation {
  code: string;
  title: string;
  kind: string;
  superior?: string;
}

export const addOrganisation = async (page: Page, { code, title, kind, superior }: WantedOrganisation) => {
  await page.getByRole('button', { name: 'Add organisation' }).click();
  const dialog = dialogOf(page);
  await dialog.getByLabel('Code').fill(code);
  await dialog.getByLabel('Name').fill(title);
  await choose(dialog, 'Kinds', kind);
  if (superior !== undefined) await choose(dialog, 'Superior', superior);
  await confirm(page, 'Save');
  await page.getByRole('button', { name: title, exact: true }).waitFor();
};

/** Adds a person and gives back the one-time password of the slip. */
export const addPerson = async (page: Page, account: string, role: string, organisation: string): Promise<string> => {
  await page.getByRole('button', { name: 'Add person' }).click();
  const dialog = dialogOf(page);
  await dialog.getByLabel('Account').fill(account);
  await dialog.getByLabel('Name').fill(account);
  await choose(dialog, 'Role', role);
  await choose(dialog, 'Organisation', organisation);
  await dialog.getByRole('button', { name: 'Save' }).click();
  const slip = page.getByRole('dialog').filter({ hasText: 'One-time password' });
  const password = (await slip.locator('code').innerText()).trim();
  await slip.getByRole('button', { name: 'Close' }).last().click();
  await page.locator('.ant-modal:visible').waitFor({ state: 'hidden' });
  return password;
};

/** Signs in for the first time, which asks for a password of one's own. */
export const enter = async (
  browser: Browser,
  system: RunningSystem,
  account: string,
  once: string,
): Promise<Visitor> => {
  const made = await newcomer(browser);
  const { page } = made;
  await page.goto(`${system.url}/sign-in`);
  await page.getByLabel('Account').fill(account);
  await page.getByLabel('Password', { exact: true }).fill(once);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Current password').fill(once);
  await page.getByLabel('New password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('New password again').fill(PASSWORD);
  await page.getByRole('button', { name: 'Save password' }).click();
  await page.waitForURL((url) => url.pathname !== '/password');
  return made;
};

export const stateOf = (page: Page, state: string): Promise<void> =>
  page.locator('.case-facts').getByText(state, { exact: true }).waitFor();

/** Takes an action of the page and confirms it. */
export const act = async (page: Page, action: string): Promise<void> => {
  await page.getByRole('toolbar').getByRole('button', { name: action, exact: true }).click();
  await dialogOf(page).getByRole('button', { name: action, exact: true }).waitFor();
};
