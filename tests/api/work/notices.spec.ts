import { afterEach, describe, expect, it } from '@jest/globals';
import type { NoticeView } from '../../../server/contract/wire/audit.ts';
import { until } from './hands.ts';
import { RIVER, withLine } from './river.ts';
import { stage, type Stage } from './stage.ts';

const PASSWORD = 'Formflow-2024';

let open: Stage | undefined;

const fresh = async (casting = RIVER): Promise<Stage> => {
  open = await stage(casting);
  return open;
};

afterEach(async () => {
  await open?.close();
  open = undefined;
});

/** Fires what is due at the time, and waits until all that follows from it has been carried out. */
const at = async (on: Stage, local: string): Promise<void> => {
  await on.sleepUntil(local);
  await on.fire();
  await settled(on);
};

const settled = (on: Stage): Promise<void> =>
  until(async () => (await on.all('SELECT id FROM outbox WHERE done_at IS NULL LIMIT 1')).length === 0, 30);

const noticesOf = async (on: Stage, account: string): Promise<NoticeView[]> =>
  (await (await on.as(account, PASSWORD)).get<NoticeView[]>('/api/notices')).body;

const bodies = async (on: Stage, account: string): Promise<string[]> =>
  (await noticesOf(on, account)).map(({ body }) => body);

describe('reminders', () => {
  it('reach those who can act in the state, and nobody else', async () => {
    const on = await fresh();
    await on.work();
    await at(on, '2025-04-08T09:00');
    expect(await bodies(on, 'mill')).toEqual([
      '"Field work" waits for you; please finish it by 8 April 2025.',
      'It can be filled in now; please finish it by 15 April 2025.',
      'It can be filled in now; please finish it by 8 April 2025.',
    ]);
    for (const account of ['north', 'south', 'city']) expect(await bodies(on, account)).toEqual([]);
  });

  it('come in one message a day, however many cases they are about', async () => {
    const on = await fresh();
    await on.work();
    await at(on, '2025-04-10T09:00');
    expect(await noticesOf(on, 'north')).toEqual([
      expect.objectContaining({
        title: '2 matters need your attention',
        case: null,
        read: false,
        body: [
          'Weekly sampling · Mill Weir · Week 14, 2025: "Field work" is overdue; it was due by 8 April 2025.',
          'Weekly sampling · Old Bridge · Week 14, 2025: "Field work" is overdue; it was due by 8 April 2025.',
        ].join('\n'),
      }),
    ]);
    expect(await bodies(on, 'south')).toEqual([]);
  });

  it('are in the words of the workflow, where it has some', async () => {
    const words =
      "messages: {'@remind.sheet': 'Please send {org.title} by {deadline.sheet.due}.'}\ninitial: field_work";
    const on = await fresh(withLine('initial: field_work', words));
    await on.work();
    await at(on, '2025-04-08T09:00');
    expect((await bodies(on, 'bridge'))[0]).toBe('Please send Old Bridge by 8 April 2025.');
  });

  it('wait until quiet hours are over', async () => {
    const on = await fresh(withLine('locales: [en]', "locales: [en]\nquiet_hours: {from: '21:00', to: '07:30'}"));
    await on.work();
    await at(on, '2025-04-08T00:30');
    expect((await bodies(on, 'mill')).filter((body) => body.includes('waits'))).toEqual([]);
    await on.sleepUntil('2025-04-08T07:30');
    const [first] = await noticesOf(on, 'mill');
    expect(first).toMatchObject({
      at: '2025-04-08T06:30:00.000Z',
      title: 'Weekly sampling · Mill Weir · Week 14, 2025',
    });
  });

  it('are not doubled when the same work is carried out again', async () => {
    const on = await fresh();
    await on.work();
    await at(on, '2025-04-10T09:00');
    const before = await on.all('SELECT dedup_key, body FROM notice ORDER BY 1');
    expect(before.length).toBeGreaterThan(4);
    await on.all('UPDATE outbox SET done_at = NULL, sent_at = NULL');
    await settled(on);
    expect(await on.all('SELECT dedup_key, body FROM notice ORDER BY 1')).toEqual(before);
  });
});
