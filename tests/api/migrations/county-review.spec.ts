import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { act, view } from '../../support/harbour.ts';
import { LIST, withCounty } from './county.ts';
import { type Followed, QUAYS, type Quays, planOf, quays } from './quays.ts';

const PLAN = planOf(
  'from: 1\nto: 2\nstates: {sent: county}\ntasks: {check: {to: county.look, keep_assignee: true}}\ndeadlines: keep',
);

describe('a review put in before another, with forty lists under way', () => {
  let port: Quays;
  let cases: Map<string, string>;
  let followed: Followed;
  const caseIn = (quay: string): string => cases.get(quay) ?? '';
  const due = async (quay: string): Promise<string | null> => (await view(await port.as('ines'), caseIn(quay))).due;

  beforeAll(async () => {
    port = await quays();
    cases = await port.sendAll();
    await port.work();
  });
  afterAll(() => port.close());

  it('carries every list to the new review, with the person who has taken it and the date that it had', async () => {
    const ines = await port.as('ines');
    const claimed = await ines.post(`/api/cases/${caseIn('north')}/tasks/check/claim`);
    expect(claimed.status).toBe(200);
    const before = await due('north');
    followed = await port.publish({ file: LIST, edit: withCounty }, { plans: [PLAN] });
    expect(followed.total).toBe(QUAYS);
    await port.settled(followed);
    expect(await port.states()).toEqual({ county: QUAYS });
    const after = await view(ines, caseIn('north'));
    expect(after).toMatchObject({ stateTitle: 'With the county', due: before });
    expect(after.tasks).toMatchObject([{ key: 'look', assignee: 'Person ines', mine: true }]);
    expect(await port.lines(caseIn('north'))).toEqual(['opened', 'acted', 'claimed', 'migrated']);
    const [line] = await port.rows<{ payload: object }>(
      `SELECT e.payload, e.from_state, e.to_state FROM event e WHERE ENTERED AND e.case_id = $7 AND e.type = 'migrated'`,
      [caseIn('south')],
    );
    expect(line).toMatchObject({
      from_state: 'sent',
      to_state: 'county',
      payload: { from_state: 'sent', to_state: 'county' },
    });
  });

  it('leaves a chain of history that holds', async () => {
    const rows = await port.rows<{ broken: number }>(
      `SELECT count(*)::int AS broken FROM event e JOIN event p ON p.case_id = e.case_id AND p.seq = e.seq - 1
        WHERE ENTERED AND e.prev_hash <> p.hash`,
    );
    expect(rows).toEqual([{ broken: 0 }]);
  });

  it('lets the county go on with its work by the new rules', async () => {
    const marta = await port.as('marta');
    const { lockVersion } = await view(marta, caseIn('quay5'));
    const passed = await act(marta, caseIn('quay5'), { action: 'pass_on', lockVersion });
    expect([passed.status, passed.body.state]).toEqual([200, 'sent']);
  });

  it('puts back, when it is taken back, what nobody has touched since, and finds a place for the rest', async () => {
    const back = await port.publish(
      { file: LIST, edit: (text) => text },
      { undoes: followed.publication, dates: 'keep' },
    );
    expect(back.total).toBe(QUAYS);
    await port.settled(back);
    expect(await port.states()).toEqual({ sent: QUAYS });
    const ines = await port.as('ines');
    const north = await view(ines, caseIn('north'));
    expect(north.tasks).toMatchObject([{ key: 'check', assignee: 'Person ines', mine: true }]);
    expect(north.due).toBe(await due('quay5'));
    expect(await port.lines(caseIn('north'))).toEqual(['opened', 'acted', 'claimed', 'migrated', 'migrated']);
    const { lockVersion } = await view(ines, caseIn('south'));
    const accepted = await act(ines, caseIn('south'), { action: 'accept', lockVersion });
    expect([accepted.status, accepted.body.state]).toEqual([200, 'accepted']);
  });
});
