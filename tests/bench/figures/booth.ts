import type { Order } from '../arguments.ts';
import type { BenchPostgres } from '../database/postgres.ts';
import { type Figure, figure, median } from '../figure.ts';
import { bareBox } from '../load/bare-box.ts';
import { Connection } from '../load/connection.ts';
import { ballotWith, ELECTION, openElection, type OpenElection } from '../load/election.ts';
import { launchChromium } from '../../support/chromium.ts';

const CLIENTS = 64;
const POOL = 20;
const LEAST_RATIO = 0.6;

/** What a phone on a slow 4G line has (as Lighthouse takes it): latency in ms, bytes a second. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 };

/** Milliseconds from the link to the entries, on a phone that was never here. */
const MOST_READY_MS = 1000;

/** Ballots of all clients together; each takes the next code. */
const BALLOTS = 3000;

const HEAD = [
  `POST /api/elections/${ELECTION}/ballots HTTP/1.1`,
  'host: 127.0.0.1',
  'content-type: application/json',
  'accept-language: en',
].join('\r\n');

/** Ballots a second; clients share the process with whoever answers, which slows both sides alike. */
const castAll = async (url: string, codes: string[]): Promise<number> => {
  const bodies = codes.splice(0, BALLOTS).map((code) => JSON.stringify(ballotWith(code)));
  const began = performance.now();
  const client = async (): Promise<void> => {
    const connection = new Connection(url);
    for (let body = bodies.pop(); body !== undefined; body = bodies.pop()) {
      const { status, body: text } = await connection.ask(HEAD, body);
      if (status !== 200) throw new Error(`a ballot got ${status}: ${text}`);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return BALLOTS / ((performance.now() - began) / 1000);
};

/**
 * Notes in the page itself when the first entry stands there and is painted: asked from outside, an answer comes up to
 * half a second later.
 */
const noteReady = (): void => {
  new MutationObserver((_changes, watch) => {
    if (document.querySelector('.entries li') === null) return;
    watch.disconnect();
    requestAnimationFrame(() => performance.mark('ready'));
  }).observe(document, { childList: true, subtree: true });
};

/** Milliseconds from the navigation to the entries, one a round, each in a browser that was never here. */
const readyOn4G = async ({ url, codes }: OpenElection, rounds: number): Promise<number[]> => {
  const browser = await launchChromium();
  const found: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
    await page.addInitScript(noteReady);
    await page.goto(`${url}/vote/${ELECTION}#${codes[0] ?? ''}`, { waitUntil: 'commit' });
    await page.waitForFunction(() => performance.getEntriesByName('ready').length > 0);
    found.push(await page.evaluate(() => performance.getEntriesByName('ready')[0]?.startTime ?? NaN));
    await context.close();
  }
  await browser.close();
  return found;
};

/** How soon somebody can vote on a slow line, and how many ballots a second the box takes. */
export const boothFigures = async (postgres: BenchPostgres, { rounds }: Order): Promise<Figure[]> => {
  const election = await openElection(postgres, BALLOTS * (2 * rounds + 2) + 1);
  const bare = await bareBox(election.databaseUrl, POOL);
  const bareUrl = bare.listeningOrigin;
  try {
    const ready = await readyOn4G(election, 5);
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (const url of [election.url, bareUrl]) await castAll(url, election.codes);
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await castAll(election.url, election.codes));
      theirs.push(await castAll(bareUrl, election.codes));
    }
    return [
      figure('booth ready on slow 4G', [median(ready), 'ms'], { target: { of: 'value', most: MOST_READY_MS } }),
      figure(`ballots, ${CLIENTS} clients`, [median(ours), 'a second'], {
        limit: { value: median(theirs), of: 'the same statements, Fastify and pg' },
        target: { of: 'ratio', least: LEAST_RATIO },
      }),
    ];
  } finally {
    await bare.close();
    await election.app.close();
  }
};
