import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ScenarioReport } from '../../../server/contract/wire/design.ts';
import type { Browser, TestApp } from '../../support/app.ts';
import { riverApp, riverSources, riverText } from './river.ts';

const ROOT = '/api/programmes/river_watch/definitions';

describe('scenarios of drafts', () => {
  let system: TestApp;
  let ann: Browser;

  beforeAll(async () => {
    system = await riverApp();
    ann = await system.as('ann');
  });
  afterAll(() => system.close());

  const play = (body: object) => ann.post<ScenarioReport>(`${ROOT}/scenarios`, body);
  const draft = (kind: string, key: string, body: object) => ann.ask('PUT', `${ROOT}/${kind}/${key}/draft`, { body });

  it('are played with what they come to', async () => {
    const { status, body } = await play({ workflow: 'weekly_sampling' });
    expect(status).toBe(200);
    expect(body.scenarios.map(({ key, passed }) => [key, passed])).toEqual([
      ['sent_back', true],
      ['too_late', true],
      ['two_desks', true],
    ]);
    const { states, actions } = body.coverage['weekly_sampling'] ?? { states: undefined, actions: undefined };
    expect(states?.missed).toEqual([]);
    expect(states?.covered).toContain('county_desk');
    expect(actions?.covered).toContain('county_desk.pass_up');
    expect(actions?.missed).not.toContain('county_desk.pass_up');
  });

  it('fail on a draft that does otherwise, at the step that expected it', async () => {
    const scenario = (await riverSources()).find(({ name }) => name.key === 'two_desks')?.text ?? '';
    const expecting = scenario.replace(/expect: \{state: \w+/, 'expect: {state: discarded');
    await draft('Scenario', 'two_desks', { text: expecting, rev: 0 });
    const { body } = await play({});
    const failed = body.scenarios.find(({ key }) => key === 'two_desks');
    expect(failed).toMatchObject({
      passed: false,
      findings: [{ code: 'scenario-fails', definition: { kind: 'Scenario', key: 'two_desks' } }],
    });
    expect(body.scenarios.filter(({ passed }) => passed)).toHaveLength(2);
  });

  it('tell which actions none of them tries', async () => {
    for (const key of ['sent_back', 'too_late']) await draft('Scenario', key, { text: scenarioOfNothing(key), rev: 0 });
    const { body } = await play({});
    expect(body.coverage['weekly_sampling']?.actions.missed).not.toEqual([]);
  });

  it('are not played on a workflow with errors', async () => {
    const broken = (await riverText('Workflow')).replace('initial: ', 'initial: nowhere_');
    await draft('Workflow', 'weekly_sampling', { text: broken, rev: 0 });
    expect((await play({})).body).toMatchObject({ code: 'definition-invalid' });
    expect((await play({ workflow: 'nothing' })).status).toBe(404);
    expect((await (await system.as('zoe')).post(`${ROOT}/scenarios`, {})).status).toBe(403);
  });
});

const scenarioOfNothing = (key: string): string => `kind: Scenario
key: ${key}
workflow: weekly_sampling
given: {now: 2025-04-01T09:00}
steps: [{advance: P1D}]
`;
