import type {
  DeadlineChanged,
  DeadlinePreview,
  DeadlinesView,
  MoveDeadline,
} from '../../../server/contract/wire/deadline.ts';
import { DueTimers } from '../../../server/modules/due-timers.ts';
import { FileSweeper } from '../../../server/modules/files/file-sweeper.ts';
import { OUTBOX_HANDLERS, type OutboxHandlers } from '../../../server/work/outbox-handlers.ts';
import { startWork, type Work } from '../../../server/work/start-work.ts';
import type { Answer, Browser } from '../../support/app.ts';
import type { Harbour } from '../../support/harbour.ts';

const AT = '/api/programmes/harbour_log/deadlines';

/** What would happen; an error where it is refused. */
export const preview = async (browser: Browser, wanted: MoveDeadline): Promise<DeadlinePreview> => {
  const { status, body, text } = await browser.post<DeadlinePreview>(`${AT}/preview`, wanted);
  if (status !== 200) throw new Error(text);
  return body;
};

export const change = <Body = DeadlineChanged>(
  browser: Browser,
  wanted: MoveDeadline,
  { token, reason = 'The storm closed the quays' }: { token: string; reason?: string },
): Promise<Answer<Body>> => browser.post<Body>(`${AT}/change`, { ...wanted, token, reason });

export const deadlines = async (browser: Browser): Promise<DeadlinesView> =>
  (await browser.get<DeadlinesView>(AT)).body;

/** Relay, queue and worker beside the system: running cases follow while it works. Stop it at the end. */
export const worker = (system: Harbour): Promise<Work> => {
  const get = <Service>(token: abstract new (...args: never[]) => Service): Service =>
    system.server.get<Service>(token, { strict: false });
  return startWork({
    place: { databaseUrl: system.databaseUrl, redisUrl: undefined },
    database: system.sql,
    timers: get(DueTimers),
    files: get(FileSweeper),
    handlers: system.server.get<OutboxHandlers>(OUTBOX_HANDLERS, { strict: false }),
  });
};

/** Moves a deadline as its preview tells; an error where it is refused. */
export const move = async (browser: Browser, wanted: MoveDeadline): Promise<DeadlineChanged> => {
  for (;;) {
    const { token } = await preview(browser, wanted);
    const { status, body, text } = await change(browser, wanted, { token });
    // A timer may fire in between, and whoever decides looks again then.
    if (status === 409 && text.includes('"stale"')) continue;
    if (status !== 200) throw new Error(text);
    return body;
  }
};

/** The due dates of a deadline as organisations have them now, by code. */
export const dueBy = async (
  browser: Browser,
  { deadline, period = null }: { deadline: string; period?: string | null },
): Promise<Record<string, string>> => {
  const { dates } = await deadlines(browser);
  const mine = dates.filter((date) => date.deadline === deadline && date.period === period);
  return Object.fromEntries(
    mine.flatMap(({ due, cases }) => cases.map(({ title }) => [title.replace('The ', ''), due.slice(0, 10)])),
  );
};
