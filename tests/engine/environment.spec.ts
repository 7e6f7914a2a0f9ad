import { describe, expect, it } from '@jest/globals';
import { Form } from '../../server/contract/definition/form.ts';
import { Programme } from '../../server/contract/definition/programme.ts';
import { Workflow } from '../../server/contract/definition/workflow.ts';
import type { SiblingCase } from '../../server/engine/command.ts';
import { compileIn, evaluateIn, holds } from '../../server/engine/environment-evaluate.ts';
import {
  audienceValues,
  caseValues,
  formValues,
  optionValues,
  rowValues,
} from '../../server/engine/environment-values.ts';
import type { CaseFacts } from '../../server/engine/environment-values.ts';
import type { Place } from '../../server/engine/environment.ts';
import { environmentFor, formModelOf } from '../../server/engine/environment.ts';
import { tell } from '../../server/engine/expression-template.ts';
import type { Model } from '../../server/engine/model.ts';
import { FACTS, ORGANISATION } from './form/apiary.ts';

const form = (properties: object): Form =>
  Form.parse({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'harvest',
    title: 'Harvest',
    type: 'object',
    required: ['keeper'],
    properties,
  });

const harvest = form({
  keeper: { type: 'string' },
  jars: { type: 'integer' },
  price: { type: 'number', 'x-na': '—' },
  sold_on: { type: 'string', format: 'date' },
  weighed_at: { type: 'string', format: 'date-time' },
  season: { type: 'string', format: 'month' },
  organic: { type: 'boolean' },
  grade: {
    oneOf: [
      { const: 1, title: 'One' },
      { const: 2, title: 'Two' },
    ],
  },
  plant: { 'x-options': 'plants' },
  total: { type: 'number', 'x-computed': 'double(form.jars) * 4.5' },
  hives: {
    type: 'array',
    maxItems: 30,
    items: {
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string' },
        honey: { type: 'number' },
        tags: { type: 'array', items: { type: 'string' }, maxItems: 5 },
      },
    },
  },
});

const programme = Programme.parse({
  apiVersion: 'formflow/v1',
  kind: 'Programme',
  key: 'bees',
  title: { 'zh-CN': '养蜂', en: 'Bees' },
  notice: { number: 'No. 7', issued: '2024-03-22' },
  zone: 'Asia/Shanghai',
  locales: ['en', 'zh-CN'],
  params: { least: { type: 'int', value: 3 }, since: { type: 'date', value: '2024-03-01' } },
  organisation_kinds: { farm: { title: 'Farm' } },
  roles: { keeper: { title: 'Keeper', may: ['cases.fill'] } },
  tables: {
    plants: {
      columns: { title: 'text', quota: 'int', kinds: 'list', until: 'date' },
      rows: {
        lime: { title: { 'zh-CN': '椴树', en: 'Lime' }, quota: 5, kinds: ['farm', 7] },
        rape: { title: 'Rape', quota: 2, kinds: [], until: '2024-06-01' },
      },
    },
  },
  money: { currency: 'CNY', grant: 1200.5, source: 'District' },
  workflows: ['harvest', 'census'],
});

const workflow = (key: string, more: object = {}): Workflow =>
  Workflow.parse({
    apiVersion: 'formflow/v1',
    kind: 'Workflow',
    key,
    title: key,
    subject: { form: 'harvest', per: ['organisation', 'period'] },
    periods: { every: 'month', day: 30, from: '2024-03-01', to: '2024-09-30' },
    params: { bonus: { type: 'decimal', value: 0.5 } },
    actors: { filler: { role: 'keeper', scope: 'own' } },
    deadlines: { report: { at: 'period.due' } },
    metrics: { jars: 'form.jars', honey: 'sum(form.hives.map(h, h.honey))', names: 'form.hives.map(h, h.name)' },
    initial: 'open',
    states: {
      open: {
        title: 'Open',
        tasks: { weigh: { actors: ['filler'], claim: true } },
        on: { submit: { kind: 'submit', title: 'Submit', by: ['filler'], to: 'done' } },
      },
      done: { title: 'Done', final: 'success' },
    },
    ...more,
  });

const model: Model = {
  workflow: workflow('harvest'),
  programme,
  form: harvest,
  calendar: null,
  siblings: { census: { workflow: workflow('census', { metrics: { colonies: 'form.hives.size()' } }), form: harvest } },
};
const PERIOD = { key: '2024-03', title: 'March', from: '2024-03-01', to: '2024-03-30', due: '2024-03-30' };

const sibling = (id: string, more: Partial<SiblingCase>): SiblingCase => ({
  id,
  state: 'open',
  status: 'open',
  final: null,
  period: '2024-03',
  submitted: false,
  zero: false,
  late: false,
  due: null,
  metrics: {},
  ...more,
});

const REPORT_DUE = Date.parse('2024-03-30T16:00:00Z');

const facts: CaseFacts = {
  case: {
    organisation: ORGANISATION,
    period: PERIOD,
    visit: 2,
    deadlines: [{ key: 'report', planned: REPORT_DUE, due: REPORT_DUE, graceUntil: null, override: null }],
    tasks: [
      { key: 'weigh', visit: 1, assignee: 'p1', status: 'done' },
      { key: 'weigh', visit: 2, assignee: null, status: 'open' },
    ],
  },
  facts: {
    data: {
      keeper: 'Ada',
      jars: 4,
      hives: [
        { name: 'Ash', honey: 0.1 },
        { name: 'Birch', honey: 0.2 },
      ],
    },
    series: [
      sibling('1', { submitted: true, final: 'success', metrics: { jars: 2, honey: 0.1 } }),
      sibling('2', { submitted: true, zero: true }),
      sibling('3', { metrics: { jars: 9 } }),
    ],
    cases: { census: [sibling('4', { submitted: true, metrics: { colonies: 7 } })] },
    matters: { objection: 1 },
  },
  now: Date.parse('2024-03-30T15:59:00Z'),
  actor: { name: 'Ada', roles: ['keeper'], organisation: ORGANISATION },
  comment: 'late',
};

const value = (place: Place, text: string, values = caseValues(model, facts)): unknown => {
  const result = evaluateIn(model, { place, text }, values);
  if (!result.ok && 'problems' in result) return result.problems.map(({ code, message }) => `${code}: ${message.en}`);
  return result.ok ? result.value : result.error.code;
};

describe('The form gives its fields types', () => {
  it.each<[string, string]>([
    ['form.keeper', 'text'],
    ['form.jars', 'int'],
    ['form.price', 'decimal'],
    ['form.sold_on', 'date'],
    ['form.weighed_at', 'instant'],
    ['form.season', 'text'],
    ['form.organic', 'bool'],
    ['form.grade', 'int'],
    ['form.plant', 'text'],
    ['form.hives', 'list'],
    ['form.hives[0].honey', 'decimal'],
    ['form.hives[0].tags', 'list'],
    ['previous.jars', 'int'],
  ])('%s is %s', (text, type) => {
    const compiled = compileIn(model, { place: { at: 'form' }, text });
    expect(compiled.ok && compiled.type.is).toBe(type);
  });

  it('and never a type that is only known when it runs', () => {
    const places: Place[] = [
      { at: 'form' },
      { at: 'row', roster: 'hives' },
      { at: 'action' },
      { at: 'metric' },
      { at: 'settle' },
      { at: 'audience' },
      { at: 'deadline' },
      { at: 'option', table: 'plants' },
    ];
    for (const place of places) {
      for (const slot of environmentFor(model, place).names.values()) expect(slot.type.is).not.toBe('nothing');
    }
  });
});

describe('Places know their own variables', () => {
  it.each<[Place, string, unknown]>([
    [{ at: 'action' }, 'form.jars >= programme.params.least && money.grant == 1200.5', true],
    [{ at: 'action' }, 'params.bonus + 0.1', 0.6],
    [{ at: 'action' }, 'tables.plants["lime"].title', 'Lime'],
    [{ at: 'action' }, 'tables.plants["lime"].kinds', ['farm', '7']],
    [{ at: 'action' }, 'has(tables.plants["lime"].until)', false],
    [{ at: 'action' }, 'tables.plants["rape"].until > programme.params.since', true],
    [{ at: 'action' }, 'programme.notice.number + programme.money.source', 'No. 7District'],
    [{ at: 'action' }, 'now <= deadline.report.due', true],
    [{ at: 'action' }, 'date(now) == deadline.report.day', true],
    [{ at: 'action' }, '!tasks.weigh.claimed && tasks.weigh.open', true],
    [{ at: 'action' }, 'actor.organisation.code == org.code && has_role("keeper")', true],
    [{ at: 'action' }, 'open("objection") == 1 && open("question") == 0', true],
    [{ at: 'action' }, 'comment != "" && event == ""', true],
    [{ at: 'settle' }, 'sum(series.submitted.map(c, c.metrics.jars))', 2],
    [{ at: 'settle' }, 'sum(series.all.map(c, c.metrics.jars))', 11],
    [{ at: 'settle' }, 'series.accepted.size()', 1],
    [{ at: 'settle' }, 'series.all.map(c, c.metrics.names.size())', [0, 0, 0]],
    [{ at: 'settle' }, 'sum(cases.census.submitted.map(c, c.metrics.colonies)) >= 7', true],
    [{ at: 'deadline' }, 'add_months(period.due, 1)', '2024-04-30'],
    [{ at: 'metric' }, 'sum(form.hives.map(h, h.honey)) == 0.3', true],
    [{ at: 'settle' }, 'form.jars', ['unknown-variable: There is no "form" here']],
    [{ at: 'deadline' }, 'now', ['unknown-variable: There is no "now" here']],
    [{ at: 'metric' }, 'open("objection")', ['function-not-here: open has no meaning here']],
    [{ at: 'action' }, 'cases.censsus.all', ['unknown-field: There is no field "censsus"; did you mean "census"?']],
    [
      { at: 'action' },
      'deadline.reprot.due < now',
      ['unknown-field: There is no field "reprot"; did you mean "report"?'],
    ],
  ])('%j: %s', (place, text, expected) => {
    expect(value(place, text)).toEqual(expected);
  });

  it('a form with its row, its period and the period before', () => {
    const values = formValues(
      model,
      { hives: [{ name: 'Ash', honey: 3 }] },
      { ...FACTS, period: PERIOD, due: '2024-03-30', previous: { jars: 2 } },
    );
    const row = rowValues(values, { name: 'Ash', honey: 3 }, 0);
    const place: Place = { at: 'row', roster: 'hives' };
    expect(value(place, 'row.honey > 2.5 && index == 0 && today <= period.to', row)).toBe(true);
    expect(value({ at: 'form' }, 'due == period.due && previous.jars == 2 && has(previous.jars)', values)).toBe(true);
    expect(value({ at: 'form' }, 'has(due)', formValues(model, {}, FACTS))).toBe(false);
    expect(value({ at: 'form' }, 'previous.jars', formValues(model, {}, FACTS))).toBe('absent');
    expect(value({ at: 'form' }, 'has(form.price)', formValues(model, { price: '—' }, FACTS))).toBe(false);
  });

  it('an option, an audience, the rows that an actor may read', () => {
    const values = formValues(model, {}, FACTS);
    expect(
      value(
        { at: 'option', table: 'plants' },
        'option.quota > 3 && "farm" in org.kinds',
        optionValues(values, { quota: 5 }),
      ),
    ).toBe(true);
    expect(
      value(
        { at: 'audience' },
        '"farm" in org.kinds && period.key == "2024-03"',
        audienceValues(model, ORGANISATION, PERIOD),
      ),
    ).toBe(true);
    const rows = rowValues(caseValues(model, facts), { name: 'north' }, 0);
    expect(value({ at: 'rights-row', roster: 'hives' }, 'row.name == actor.organisation.code', rows)).toBe(true);
  });

  it('no organisation where a case is for the whole programme', () => {
    const whole: Model = {
      ...model,
      workflow: workflow('harvest', { subject: { form: 'harvest', per: ['programme'] }, periods: undefined }),
    };
    const names = [...environmentFor(whole, { at: 'action' }).names.keys()];
    expect(names).not.toContain('org');
    expect(names).not.toContain('period');
  });
});

describe('An expression of a model', () => {
  it('is compiled once', () => {
    const located = { place: { at: 'form' }, text: 'form.jars + 1' } as const;
    expect(compileIn(model, located)).toBe(compileIn(model, { ...located }));
    expect(compileIn({ ...model }, located)).not.toBe(compileIn(model, located));
  });

  it('holds, does not hold, or cannot be told', () => {
    const ask = (text: string) => holds(model, { place: { at: 'form' }, text }, formValues(model, { jars: 3 }, FACTS));
    expect([ask('form.jars > 2'), ask('form.jars > 3'), ask('form.grade > 1'), ask('form.jars + 1')]).toEqual([
      true,
      false,
      null,
      null,
    ]);
  });

  it('means the same in the browser, from as much of the model as it is given', () => {
    const small = structuredClone(formModelOf(model));
    expect(Object.keys(small.workflow)).not.toContain('states');
    const values = formValues(small, { jars: 2 }, FACTS);
    expect(
      evaluateIn(
        small,
        { place: { at: 'form' }, text: 'form.jars * params.bonus + double(tables.plants["lime"].quota)' },
        values,
      ),
    ).toEqual({ ok: true, value: 6 });
  });
});

describe('A text with expressions', () => {
  const told = (text: string, locale: string): string =>
    tell(model, text, { place: { at: 'message' }, values: caseValues(model, facts), locale });

  it.each<[string, string, string]>([
    ['请于{deadline.report.due}前报送', '请于2024年3月30日前报送', '请于30 March 2024前报送'],
    ['{now}', '2024年3月30日 23:59', '30 March 2024 23:59'],
    ['{period.from}–{period.to}', '2024年3月1日–2024年3月30日', '1 March 2024–30 March 2024'],
    ['{form.jars}/{money.grant}', '4/1200.5', '4/1200.5'],
    ['{form.hives.map(h, h.name)}', 'Ash、Birch', 'Ash, Birch'],
    ['{tasks.weigh.open}', '是', 'yes'],
    ['{form.sold_on} {nonsense}', '— —', '— —'],
    ['no braces { left', 'no braces { left', 'no braces { left'],
  ])('%s', (text, zh, en) => {
    expect(told(text, 'zh-CN')).toBe(zh);
    expect(told(text, 'en')).toBe(en);
  });
});
