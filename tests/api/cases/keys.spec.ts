import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from '../../support/app.ts';
import { act, berths, type Harbour, harbour } from '../../support/harbour.ts';

describe('the key of an action', () => {
  let system: Harbour;
  let nora: Browser;
  let list: string;
  let log: string;
  const key = randomUUID();

  beforeAll(async () => {
    system = await harbour();
    nora = await system.as('nora');
    list = await system.caseOf({ workflow: 'berth_list', organisation: 'north' });
    log = await system.caseOf({ workflow: 'monthly_log', organisation: 'north', period: '2025-01' });
  });

  afterAll(() => system.close());

  it('is asked for', async () => {
    const answer = await nora.ask('POST', `/api/cases/${list}/actions`, {
      body: { action: 'send', lockVersion: 0, data: berths() },
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad-request' } });
  });

  it('must be a UUID', async () => {
    expect(await act(nora, list, { action: 'send' }, 'once-please')).toMatchObject({ status: 400 });
  });

  it('is not used up by an action that was refused', async () => {
    const refused = await act(nora, list, { action: 'send', data: { keeper: 'N' } }, key);
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(await act(nora, list, { action: 'send', data: berths() }, key)).toMatchObject({ status: 200 });
  });

  it('gets the first answer again, also long after the case went on', async () => {
    const again = await act(nora, list, { action: 'send', data: berths() }, key);
    expect(again).toMatchObject({ status: 200, body: { state: 'sent', lockVersion: 1 } });
  });

  it('does not stand for another request about the case', async () => {
    const other = await act(nora, list, { action: 'send', data: berths(2) }, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });
  });

  it('does not stand for a request about another case', async () => {
    const other = await act(nora, log, { action: 'send', data: { landings: 3 } }, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });
  });

  it('is the person’s own: the same key of a colleague is another one', async () => {
    const noel = await system.as('noel');
    const answer = await act(noel, log, { action: 'send', data: { landings: 3 } }, key);
    expect(answer).toMatchObject({ status: 200, body: { state: 'done' } });
  });
});
