import type { Browser, Page } from 'playwright-core';
import { visitor, type Visitor } from './chromium.ts';
import { PASSWORD } from './app.ts';

interface Person {
  account: string;
  size?: { width: number; height: number };
}

const enter = async (browser: Browser, { size }: Person, door: string, data: object): Promise<Visitor> => {
  const person = await visitor(browser, size);
  const answer = await person.page.request.post(door, { data });
  if (!answer.ok()) throw new Error(`cannot sign in: ${await answer.text()}`);
  return person;
};

/** A browser of its own in which somebody of the demonstration is signed in; no page is open yet. */
export const signedInAtDemonstration = (browser: Browser, url: string, person: Person): Promise<Visitor> =>
  enter(browser, person, `${url}/api/session/demonstration`, { account: person.account });

/** The same for somebody whom a test has made, with the password that `aPerson` gives everybody. */
export const signedIn = (browser: Browser, url: string, person: Person): Promise<Visitor> =>
  enter(browser, person, `${url}/api/session`, { account: person.account, password: PASSWORD });

/** A change sent by the person signed in on this page, past everything that the page shows. */
export const sentBy = async (page: Page, method: 'PUT' | 'POST', url: string, data: object): Promise<number> => {
  const { csrf } = (await (await page.request.get(new URL('/api/session', url).href)).json()) as { csrf: string };
  const answer = await page.request.fetch(url, { method, headers: { 'x-csrf-token': csrf }, data });
  return answer.status();
};
