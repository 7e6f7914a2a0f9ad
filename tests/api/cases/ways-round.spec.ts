import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from '../../support/app.ts';
import { act, berths, type Harbour, harbour, view } from '../../support/harbour.ts';

describe('the ways round a report', () => {
  let system: Harbour;
  let nora: Browser;
  let sara: Browser;
  let ines: Browser;
  let marta: Browser;
  let north: string;
  let south: string;

  beforeAll(async () => {
    system = await harbour();
    [nora, sara, ines, marta] = (await Promise.all(
      ['nora', 'sara', 'ines', 'marta'].map((name) => system.as(name)),
    )) as [Browser, Browser, Browser, Browser];
    north = await system.caseOf({ workflow: 'berth_list', organisation: 'north' });
    south = await system.caseOf({ workflow: 'berth_list', organisation: 'south' });
  });

  afterAll(() => system.close());

  const attachOriginal = async (browser: Browser, id: string): Promise<number> => {
    const form = new FormData();
    form.set('purpose', 'original');
    form.set('file', new Blob([`%PDF-1.7\n${'x'.repeat(300)}`], { type: 'application/pdf' }), 'letter.pdf');
    const response = await fetch(`${system.url}/api/cases/${id}/attachments`, {
      method: 'POST',
      body: form,
      headers: { cookie: browser.cookie ?? '', 'x-csrf-token': browser.csrf ?? '' },
    });
    return response.status;
  };

  describe('filling in for an organisation that sent its paper', () => {
    it('needs the paper', async () => {
      const answer = await act(ines, south, { action: 'send', proxy: true, comment: 'By post', data: berths() });
      expect(answer).toMatchObject({ status: 422, body: { reason: 'original-required' } });
    });

    it('is for those whom the workflow names', async () => {
      expect(await attachOriginal(marta, south)).not.toBe(201);
      expect(await attachOriginal(sara, south)).toBe(403);
      expect(await act(sara, south, { action: 'send', proxy: true, data: berths() })).toMatchObject({ status: 422 });
    });

    it('is done with it, and everybody sees for whom it was', async () => {
      expect(await attachOriginal(ines, south)).toBe(201);
      const answer = await act(ines, south, { action: 'send', proxy: true, comment: 'By post', data: berths() });
      expect(answer).toMatchObject({ status: 200, body: { state: 'sent', submission: 1 } });
      const seen = await view(sara, south);
      expect(seen).toMatchObject({ proxy: true, originals: [{ type: 'application/pdf' }] });
      const { body } = await sara.get(`/api/cases/${south}/events`);
      const lines = body as unknown as { action: string | null; by: string; onBehalfOf: string | null }[];
      expect(lines.find(({ action }) => action === 'send')).toMatchObject({
        by: 'Person ines',
        onBehalfOf: 'The south',
      });
    });

    it('keeps that person from accepting it, and nobody else', async () => {
      const { lockVersion } = await view(ines, south);
      expect(await act(ines, south, { action: 'accept', lockVersion })).toMatchObject({
        status: 422,
        body: { reason: 'same-person' },
      });
      const ivan = await system.as('ivan');
      expect(await act(ivan, south, { action: 'accept', lockVersion })).toMatchObject({ body: { state: 'accepted' } });
    });
  });

  describe('claiming', () => {
    it('keeps the case for one inspector until it is given back', async () => {
      const ivan = await system.as('ivan');
      await act(nora, north, { action: 'send', data: berths() });
      expect(await ines.post(`/api/cases/${north}/tasks/check/claim`, {})).toMatchObject({ status: 200 });
      expect(await ivan.post(`/api/cases/${north}/tasks/check/claim`, {})).toMatchObject({
        status: 422,
        body: { reason: 'claimed-by-another' },
      });
      expect(await view(ivan, north)).toMatchObject({
        claimedBy: 'Person ines',
        tasks: [{ mine: false, mayClaim: false }],
      });
      const { lockVersion } = await view(nora, north);
      expect(await act(nora, north, { action: 'take_back', lockVersion })).toMatchObject({
        status: 422,
        body: { detail: 'It is being checked' },
      });
      expect(await ines.post(`/api/cases/${north}/tasks/check/release`, {})).toMatchObject({ status: 200 });
      const { lockVersion: later } = await view(nora, north);
      expect(await act(nora, north, { action: 'take_back', lockVersion: later })).toMatchObject({
        body: { state: 'open' },
      });
    });
  });

  describe('more time', () => {
    const extend = (browser: Browser, to: string, reason = 'Storm damage') =>
      browser.post(`/api/cases/${north}/extension`, { deadline: 'list', to, reason });

    it('is given by whoever may, within the limit, for a reason', async () => {
      expect(await extend(ines, '2025-03-05')).toMatchObject({ status: 422, body: { reason: 'not-your-role' } });
      expect(await extend(marta, '2025-03-05', '')).toMatchObject({ status: 422, body: { reason: 'reason-required' } });
      expect(await extend(marta, '2025-06-01')).toMatchObject({ body: { reason: 'extension-too-long' } });
      expect(await extend(marta, '2025-03-05')).toMatchObject({ status: 200 });
      expect(await view(nora, north)).toMatchObject({
        due: '2025-03-06T00:00:00.000Z',
        deadlines: [{ extended: true }],
      });
    });

    it('moves the timers with it', async () => {
      const timers = await system.rows<{ kind: string; at: string }>(
        `SELECT kind, to_char(fire_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS at FROM timer
          WHERE ENTERED AND case_id = $7 AND status = 'pending' ORDER BY fire_at`,
        [north],
      );
      expect(timers).toEqual([
        { kind: 'remind', at: '2025-02-27' },
        { kind: 'due', at: '2025-03-06' },
        { kind: 'grace_end', at: '2025-03-09' },
      ]);
    });
  });

  describe('an exemption', () => {
    it('ends the case, for a reason, by whoever may', async () => {
      const exempt = (browser: Browser, reason: string) => browser.post(`/api/cases/${north}/exemption`, { reason });
      expect(await exempt(nora, 'No boats')).toMatchObject({ status: 422, body: { reason: 'not-your-role' } });
      expect(await exempt(marta, ' ')).toMatchObject({ status: 422 });
      expect(await exempt(marta, 'The quay is being rebuilt')).toMatchObject({ body: { status: 'exempt' } });
      expect(await view(nora, north)).toMatchObject({ status: 'exempt', write: 'none', next: 'none' });
      expect(await system.rows(`SELECT reason FROM exemption WHERE ENTERED AND case_id = $7`, [north])).toEqual([
        { reason: 'The quay is being rebuilt' },
      ]);
    });

    it('leaves no timer behind', async () => {
      const pending = `SELECT FROM timer WHERE ENTERED AND case_id = $7 AND status = 'pending'`;
      expect(await system.rows(pending, [north])).toHaveLength(0);
    });

    it('is taken back by whoever may give one: the report is owed again, with its timers', async () => {
      const lift = (browser: Browser) =>
        browser.post(`/api/cases/${north}/exemption/lift`, { reason: 'It is open again' });
      expect(await lift(nora)).toMatchObject({ status: 422, body: { reason: 'not-your-role' } });
      expect(await view(marta, north)).toMatchObject({ mayExempt: false, mayLiftExemption: true });
      expect(await lift(marta)).toMatchObject({ body: { status: 'open' } });
      expect(await view(nora, north)).toMatchObject({ status: 'open', write: 'all', next: 'fill' });
      const pending = `SELECT FROM timer WHERE ENTERED AND case_id = $7 AND status = 'pending'`;
      expect((await system.rows(pending, [north])).length).toBeGreaterThan(0);
      expect(await lift(marta)).toMatchObject({ status: 422, body: { reason: 'case-not-open' } });
    });
  });

  it('a report of nothing needs a word, counts as reported and adds nothing', async () => {
    const log = await system.caseOf({ workflow: 'monthly_log', organisation: 'south', period: '2025-02' });
    expect(await act(sara, log, { action: 'none' })).toMatchObject({
      status: 422,
      body: { reason: 'comment-required' },
    });
    expect(await act(sara, log, { action: 'none', comment: 'Storm' })).toMatchObject({ body: { state: 'done' } });
    expect(await view(sara, log)).toMatchObject({ zero: true, submissions: 1, data: {} });
  });
});
