import type { EditedName } from '../../../server/contract/wire/design.ts';
import type {
  MakePublication,
  PublicationPreview,
  PublicationView,
  WantedPublication,
} from '../../../server/contract/wire/publication.ts';
import { DueTimers } from '../../../server/modules/due-timers.ts';
import { FileSweeper } from '../../../server/modules/files/file-sweeper.ts';
import { OUTBOX_HANDLERS, type OutboxHandlers } from '../../../server/work/outbox-handlers.ts';
import { type Work, startWork } from '../../../server/work/start-work.ts';
import type { Answer, Browser, TestApp } from '../../support/app.ts';
import { outbox, until } from '../work/hands.ts';

/** The harbour's programme as its administrators change it. */
const AT = '/api/programmes/harbour_log';

export const FORM: EditedName = { kind: 'Form', key: 'berth_list' };
export const WORKFLOW: EditedName = { kind: 'Workflow', key: 'berth_list' };

const addressOf = ({ kind, key }: EditedName): string => `${AT}/definitions/${kind}/${key}`;

export const textOf = async (browser: Browser, name: EditedName): Promise<string> => {
  const { body } = await browser.get<{ published: { text: string } }>(addressOf(name));
  return body.published.text;
};

/**
 * What carries running cases over, as the second process of an installation does. What is already due is done before it
 * is handed out: a case that moves between looking and publishing makes the look stale.
 */
export const hands = async (system: TestApp): Promise<Work> => {
  const get = <Service>(token: abstract new (...args: never[]) => Service): Service =>
    system.server.get<Service>(token, { strict: false });
  const timers = get(DueTimers);
  const work = await startWork({
    place: { databaseUrl: system.databaseUrl, redisUrl: undefined },
    database: system.sql,
    timers,
    files: get(FileSweeper),
    handlers: system.server.get<OutboxHandlers>(OUTBOX_HANDLERS, { strict: false }),
  });
  await until(async () => (await timers.fire()) === 0 && (await outbox(system.sql)).every(({ done }) => done), 60);
  return work;
};

const mustBe = <Body>(answer: Answer<Body>, status: number): Body => {
  if (answer.status !== status) throw new Error(`${String(answer.status)} ${answer.text}`);
  return answer.body;
};

/** Saves a draft that differs from the published text in these places. */
export const edit = async (
  browser: Browser,
  name: EditedName,
  ...changes: [from: string, to: string][]
): Promise<void> => {
  const before = await textOf(browser, name);
  const text = changes.reduce((so, [from, to]) => so.replace(from, to), before);
  if (text === before) throw new Error(`nothing of ${name.key} changed`);
  const { body } = await browser.get<{ draft: { rev: number } | null }>(addressOf(name));
  mustBe(await browser.ask('PUT', `${addressOf(name)}/draft`, { body: { text, rev: body.draft?.rev ?? 0 } }), 200);
};

const wantedOf = (wanted: Partial<WantedPublication>): WantedPublication => ({
  definitions: [FORM],
  dates: 'move',
  ...wanted,
});

export const preview = async (browser: Browser, wanted: Partial<WantedPublication> = {}): Promise<PublicationPreview> =>
  mustBe(await browser.post<PublicationPreview>(`${AT}/publications/preview`, wantedOf(wanted)), 200);

export const make = (browser: Browser, wanted: Partial<MakePublication>): Promise<Answer<PublicationView>> =>
  browser.post<PublicationView>(`${AT}/publications`, { ...wantedOf(wanted), ...wanted });

/** Looks and publishes at once. */
export const publish = async (browser: Browser, wanted: Partial<WantedPublication> = {}): Promise<PublicationView> => {
  const { token } = await preview(browser, wanted);
  const made = mustBe(await make(browser, { ...wanted, token }), 201);
  await settled(browser, made.id);
  return made;
};

export const confirm = async (browser: Browser, id: string): Promise<Answer<PublicationView>> => {
  const { body } = await browser.get<Partial<PublicationPreview>>(`${AT}/publications/${id}/preview`);
  return browser.post<PublicationView>(`${AT}/publications/${id}/confirm`, { token: body.token ?? '' });
};

/** Waits until every running case has followed. */
export const settled = (browser: Browser, id: string): Promise<void> =>
  until(async () => {
    const { body } = await browser.get<PublicationView>(`${AT}/publications/${id}`);
    return body.status !== 'applying';
  });

/** Proposed by one, confirmed by the other. */
export const publishTogether = async (
  [one, two]: readonly [Browser, Browser],
  wanted: Partial<WantedPublication> = {},
): Promise<PublicationView> => {
  const confirmed = mustBe(await confirm(two, (await publish(one, wanted)).id), 200);
  await settled(two, confirmed.id);
  return confirmed;
};

export const withdraw = (browser: Browser, id: string): Promise<Answer<PublicationView>> =>
  browser.post<PublicationView>(`${AT}/publications/${id}/withdraw`);

export const listed = async (browser: Browser): Promise<PublicationView[]> =>
  mustBe(await browser.get<PublicationView[]>(`${AT}/publications`), 200);

/** Effects by name, as counts. */
export const counted = ({ effects }: PublicationPreview): Record<string, number> =>
  Object.fromEntries(effects.map(({ effect, count }) => [effect, count]));

export const words = ({ changes }: { changes: PublicationPreview['changes'] }): string[] =>
  changes.map((change) => `${change.class} ${change.words.en}`);
