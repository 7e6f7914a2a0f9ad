import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PlanText } from '../../../server/contract/wire/publication.ts';
import type { ChangedWorkflow, DryRun, ProposedPlan } from '../../../server/modules/running-cases.ts';
import { LIST, renamed, withCounty } from './county.ts';
import { QUAYS, type Quays, planOf, quays } from './quays.ts';

const STEP = 'from: 1\nto: 2';

describe('what a plan would do to forty lists under way', () => {
  let port: Quays;

  beforeAll(async () => {
    port = await quays();
    await port.sendAll();
  });
  afterAll(() => port.close());

  const dryRun = (workflow: ChangedWorkflow, ...plans: PlanText[]): Promise<DryRun> =>
    port.sql.transaction(async (sql) => {
      await sql.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      return port.running.dryRun(sql, [workflow], { plans, dates: 'move' });
    });
  const proposals = (workflow: ChangedWorkflow): Promise<ProposedPlan[]> =>
    port.sql.transaction((sql) => port.running.proposals(sql, [workflow], null));
  const problems = async (workflow: ChangedWorkflow, lines: string): Promise<string[]> =>
    (await dryRun(workflow, planOf(lines))).findings.map(
      ({ line, column, code, message, suggestion }) =>
        `${line}:${column} ${code}: ${message.en}${suggestion === undefined ? '' : ` → ${suggestion.en}`}`,
    );

  it('is told case by case, in a snapshot that cannot write', async () => {
    const workflow = await port.changed({ file: LIST, edit: withCounty });
    const { effects, findings } = await dryRun(workflow, planOf(`${STEP}\nstates: {sent: county}`));
    expect(findings).toEqual([]);
    const moved = effects.find(({ effect }) => effect === 'state-moved');
    expect(moved).toMatchObject({ count: QUAYS });
    expect(moved?.rows).toHaveLength(QUAYS);
    expect(moved?.rows[0]?.organisation).toMatch(/^The /);
    expect(moved?.rows[0]?.words.en).toMatch(/^With the commission → With the county; .*told: /);
    expect(await port.states()).toEqual({ sent: QUAYS });
  });

  it('is a table as well, one line a case, in the language that is asked for', async () => {
    const workflow = await port.changed({ file: LIST, edit: withCounty });
    const given = { plans: [planOf(`${STEP}\nstates: {sent: county}`)], dates: 'move' as const };
    const table = (language: string) =>
      port.sql.transaction((sql) => port.running.table(sql, [workflow], { ...given, language }));
    const [english, chinese] = [await table('en'), await table('zh-CN')];
    expect(english.lines).toHaveLength(QUAYS + 1);
    expect(english.lines[1]?.slice(1, 7)).toEqual(['berth_list', 'The north', '', 'moves', 'sent', 'county']);
    expect(chinese.lines[1]?.[4]).toBe('转到新环节');
    expect(chinese.fingerprint).toBe(english.fingerprint);
    const ines = await port.as('ines');
    const caseId = english.lines[1]?.[0] ?? '';
    expect((await ines.post(`/api/cases/${caseId}/tasks/check/claim`)).status).toBe(200);
    expect((await table('en')).fingerprint).not.toBe(english.fingerprint);
  });

  it('counts what would be due at another time, and late at once', async () => {
    const sooner = (text: string): string => withCounty(text).replace('within: P7D', 'on: 2025-01-31');
    const workflow = await port.changed({ file: LIST, edit: sooner });
    const counted = async (lines: string): Promise<Record<string, number>> => {
      const { effects } = await dryRun(workflow, planOf(lines));
      return Object.fromEntries(effects.map(({ effect, count }) => [effect, count]));
    };
    expect(await counted(`${STEP}\nstates: {sent: county}`)).toEqual({
      'state-moved': QUAYS,
      'due-moved': QUAYS,
      'becomes-late': QUAYS,
    });
    expect(await counted(`${STEP}\nstates: {sent: county}\ndeadlines: keep`)).toEqual({ 'state-moved': QUAYS });
    expect(await counted(`${STEP}\nstates: {sent: county}\nselect: 'c.state == "open"'`)).toEqual({});
  });

  it('tells requirements on the way in that do not hold, which do not keep a case out', async () => {
    const strict = (text: string): string =>
      withCounty(text).replace('form.boats.size() >= 1', 'form.boats.size() >= 5');
    const { effects } = await dryRun(
      await port.changed({ file: LIST, edit: strict }),
      planOf(`${STEP}\nstates: {sent: county}`),
    );
    expect(effects[0]?.rows[0]?.words.en).toContain(
      'would not be let in (is carried over all the same): Name at least one',
    );
  });

  it('is proposed by equal names and titles; what cannot be known is a question', async () => {
    const [known] = await proposals(await port.changed({ file: LIST, edit: renamed('checking') }));
    expect(known).toMatchObject({ workflow: 'berth_list', open: [], running: QUAYS });
    expect(known?.text).toBe(
      [
        'apiVersion: formflow/v1',
        'kind: Migration',
        'key: berth_list_1_to_2',
        'workflow: berth_list',
        'from: 1',
        'to: 2',
        'states:',
        '  sent: checking',
        'tasks:',
        '  check: {to: checking.check, keep_assignee: true}',
        '',
      ].join('\n'),
    );
    const [asked] = await proposals(await port.changed({ file: LIST, edit: renamed('checking', 'Being checked') }));
    expect(asked?.open).toEqual(['sent']);
    const [free] = await proposals(await port.changed({ file: LIST, edit: withCounty }));
    expect(free).toMatchObject({ open: [], needed: false, standing: [{ cases: QUAYS }] });
  });

  it('has every mistake told at its place', async () => {
    const workflow = await port.changed({ file: LIST, edit: renamed('checking', 'Being checked') });
    expect(await problems(workflow, `${STEP}\nstates: {snt: checking}`)).toEqual([
      '7:10 unknown-state: There is no state of the old version "snt" → Did you mean "sent"?',
      '7:1 unmapped-state: 40 running cases stand in the state "sent", which the new version does not have; the plan does not say where they go → Write sent: <new state> under states',
    ]);
    expect(
      await problems(
        workflow,
        `${STEP}\nstates: {sent: cheking}\ntasks: {chek: {to: checking.chck}}\nfields: [{move: {keeper: boats}}, {move: {boats.name: keeper}}]\nselect: c.stat`,
      ),
    ).toEqual([
      expect.stringMatching(/^10:1 expression: /),
      '7:10 unknown-state: There is no state of the new version "cheking" → Did you mean "checking"?',
      '8:9 unknown-task: There is no task of the old version "chek" → Did you mean "check"?',
      '8:16 unknown-task: There is no task of the new version "checking.chck" → Did you mean "checking.check"?',
      expect.stringMatching(/^9:18 field-retyped: /),
      '9:43 move-across-rosters: Values stay in their row: both fields must be of the same roster',
    ]);
    expect(await problems(workflow, 'from: 3\nto: 4\nstates: {sent: checking}')).toEqual([
      expect.stringMatching(/^5:1 plan-of-another-version: .* → Write from: 1$/),
      expect.stringMatching(/^6:1 plan-of-another-version: .* → Write to: 2$/),
    ]);
  });
});
