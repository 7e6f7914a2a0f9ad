import { describe, expect, it } from '@jest/globals';
import type { Environment } from '../../server/engine/expression-context.ts';
import {
  BOOL,
  DATE,
  DECIMAL,
  INSTANT,
  INT,
  TEXT,
  always,
  listOf,
  objectOf,
  perhaps,
} from '../../server/engine/expression-type.ts';
import { compile } from '../../server/engine/expression.ts';

/** The conformance table of the expression language: what each construct is worth, and what is refused. */

const hive = objectOf('hive', {
  name: always(TEXT),
  honey: perhaps(DECIMAL),
  queens: always(INT),
  opened: perhaps(DATE),
  alive: always(BOOL),
  failed: always(BOOL),
});
const places = objectOf('place', { title: always(TEXT), quota: always(INT), kinds: always(listOf(TEXT, 10)) });

const environment: Environment = {
  names: new Map([
    [
      'form',
      always(
        objectOf('form', {
          hives: always(listOf(hive, 500)),
          visits: always(listOf(objectOf('visit', { on: always(DATE) }), 20)),
          total: perhaps(DECIMAL),
          remark: perhaps(TEXT),
          codes: perhaps(listOf(INT, 8)),
          day: perhaps(DATE),
          weight: { ...perhaps(DECIMAL), mark: '—' },
        }),
      ),
    ],
    [
      'tables',
      always(objectOf('tables', { places: always({ is: 'map', of: places, max: 2, keys: ['north', 'south'] }) })),
    ],
    ['org', always(objectOf('org', { kinds: always(listOf(TEXT, 50)) }))],
    ['now', always(INSTANT)],
    ['actor', always(objectOf('actor', { roles: always(listOf(TEXT, 9)) }))],
    ['matters', always({ is: 'map', of: INT, max: 9 })],
  ]),
  time: { zone: 'Asia/Shanghai', calendar: null },
  repeat: 1,
  strict: true,
};

const values = {
  form: {
    hives: [
      { name: 'Ash', honey: 0.1, queens: 1, opened: '2024-03-01', alive: true, failed: true },
      { name: 'Birch', honey: 0.2, queens: 2, opened: '2024-03-31', alive: true, failed: false },
      { name: 'Cedar', queens: 1, alive: false, failed: false },
    ],
    total: 0.3,
    codes: [1, 3],
    day: '2024-03-31',
    weight: '—',
  },
  tables: {
    places: {
      north: { title: 'North', quota: 3, kinds: ['hill'] },
      south: { title: 'South', quota: 5, kinds: [] },
    },
  },
  org: { kinds: ['farm'] },
  now: Date.parse('2024-03-31T17:00:00Z'),
  actor: { roles: ['keeper'] },
  matters: { objection: 2 },
};

const evaluate = (text: string): unknown => {
  const compiled = compile(text, environment);
  if (!compiled.ok) return compiled.problems.map(({ code }) => code);
  const result = compiled.evaluate(values);
  return result.ok ? result.value : result.error.code;
};

describe('An expression is worth', () => {
  it.each<[string, unknown]>([
    // numbers
    ['1 + 2 * 3', 7],
    ['-7 % 3', -1],
    ['7 - 10', -3],
    ['0.1 + 0.2 == 0.3', true],
    ['0.1 + 0.2', 0.3],
    ['0.3 - 0.1 == 0.2', true],
    ['1.10 * 3', 3.3],
    ['1 + 0.5', 1.5],
    ['3 == 3.0', true],
    ['2 < 2.5 && 2.5 <= 3', true],
    ['5 / 2', 2.5],
    ['1 / 3', 0.3333333333333333],
    ['int(5 / 2)', 2],
    ['int(-2.9)', -2],
    ['int(" 42 ")', 42],
    ['double("0.10") == 0.1', true],
    ['string(1.50)', '1.5'],
    ['1e3', 1000],
    ['true ? 1 : 0.5', 1],
    ['[1, 2.5] == [1.0, 2.5]', true],
    ['1 / 0', 'division-by-zero'],
    ['1 % 0', 'division-by-zero'],
    ['int("many")', 'not-a-number'],
    ['9007199254740991 + 1', 'number-too-large'],
    ['9007199254740991 * 10 / 10 == 9007199254740991', true],
    // text
    ['"a" + "b"', 'ab'],
    ['"蜂箱".size()', 2],
    ['size("𠮷")', 1],
    ['"abc" < "abd"', true],
    ['"hive".contains("iv") && "hive".startsWith("h") && "hive".endsWith("e")', true],
    ['"a,b,c".split(",").size()', 3],
    ['["a", "b"].join("-")', 'a-b'],
    ['" x ".trim() + "Aé".lowerAscii() + "aé".upperAscii()', 'xaéAé'],
    ['"hive".substring(1, 3)', 'iv'],
    ['"hive".substring(9)', 'out-of-range'],
    ['"hive".indexOf("v")', 2],
    // logic decides as soon as one side does, even where the other has no value
    ['true || 1 / 0 > 1', true],
    ['1 / 0 > 1 || true', true],
    ['1 / 0 > 1 && false', false],
    ['1 / 0 > 1 && true', 'division-by-zero'],
    ['!(1 > 2)', true],
    // lists and rows
    ['form.hives.size()', 3],
    ['form.hives[1].name', 'Birch'],
    ['form.hives[9].name', 'out-of-range'],
    ['form.hives.map(h, h.queens)', [1, 2, 1]],
    ['form.hives.map(h, h.alive, h.name)', ['Ash', 'Birch']],
    ['form.hives.filter(h, h.queens == 1).map(h, h.name)', ['Ash', 'Cedar']],
    ['form.hives.exists(h, h.name == "Birch")', true],
    ['form.hives.all(h, h.queens > 0)', true],
    ['form.hives.exists_one(h, h.queens == 2)', true],
    ['form.hives.exists_one(h, h.queens == 1)', false],
    ['form.hives.filter(h, h.failed).size()', 1],
    ['form.hives.exists(h, form.hives.exists(o, o.queens > h.queens))', true],
    ['form.visits.size()', 0],
    ['form.visits.all(v, v.on > date("2024-01-01"))', true],
    ['3 in form.codes && !(2 in form.codes)', true],
    ['[1, 2] + [3]', [1, 2, 3]],
    ['[] == form.visits.map(v, 1)', true],
    ['org.kinds.exists(k, k in ["farm", "school"])', true],
    // sums leave out what is not filled in, other places do not
    ['sum(form.hives.map(h, h.honey)) == 0.3', true],
    ['sum(form.hives.map(h, h.queens))', 4],
    ['sum([])', 0],
    ['min(form.hives.map(h, h.honey))', 0.1],
    ['max(form.hives.map(h, h.opened))', '2024-03-31'],
    ['min([])', 'empty-list'],
    ['count_distinct(form.hives.map(h, h.queens))', 2],
    ['form.hives.map(h, h.honey)', 'absent'],
    ['form.hives.all(h, h.honey > 0.15)', false],
    ['form.hives.all(h, h.honey > 0.05)', 'absent'],
    // absent values
    ['form.remark', ''],
    ['has(form.remark)', false],
    ['has(form.codes)', true],
    ['has(form.visits)', false],
    ['has(form.total) && form.total > 0', true],
    ['has(form.hives[2].honey)', false],
    ['form.weight', 'absent'],
    ['has(form.weight)', false],
    // dates and instants
    ['form.day == date("2024-03-31")', true],
    ['days_between(date("2024-02-28"), form.day)', 32],
    ['workdays_between(date("2024-03-29"), date("2024-04-01"))', 2],
    ['workdays_between(date("2024-04-01"), date("2024-03-29"))', 0],
    ['workdays_between(date("1900-01-01"), date("2024-03-29"))', 'out-of-range'],
    ['add_months(date("2024-01-31"), 1)', '2024-02-29'],
    ['add_months(date("2024-03-31"), -1)', '2024-02-29'],
    ['add_years(date("2024-02-29"), 1)', '2025-02-28'],
    ['add_years(form.day, 99999)', 'out-of-range'],
    ['age_on(date("2006-04-01"), form.day)', 17],
    ['age_on(date("2006-03-31"), form.day)', 18],
    ['age_on(date("2006-03-31"), form.day, "day_after")', 17],
    ['age_on(date("2006-12-31"), form.day, "year")', 18],
    ['date(now)', '2024-04-01'],
    ['string(form.day) + "!"', '2024-03-31!'],
    // tables, roles, side records
    ['tables.places["south"].quota', 5],
    ['tables.places.north.title', 'North'],
    ['sum(tables.places.map(k, tables.places[k].quota))', 8],
    ['"north" in tables.places', true],
    ['tables.places[form.remark].quota', 'no-such-key'],
    ['has_role("keeper") && !has_role("vet")', true],
    ['open("objection") + open("question")', 2],
  ])('%s', (text, expected) => {
    expect(evaluate(text)).toEqual(expected);
  });
});

describe('An expression is refused before it runs', () => {
  const refusals: [text: string, code: string, suggestion?: string][] = [
    ['fomr.total', 'unknown-variable', 'form'],
    ['total > 1', 'unknown-variable', 'form.total'],
    ['form.totl > 1', 'unknown-field', 'total'],
    ['has(form.totl)', 'unknown-field', 'total'],
    ['form.hives.name', 'no-fields'],
    ['form.hives.exists(h, h.nam == "x")', 'unknown-field', 'name'],
    ['tables.places["nort"].quota', 'unknown-row', '"north"'],
    ['form.day > "2024-03-31"', 'date-as-text', 'date("2024-03-31")'],
    ['days_between("2024-03-31", form.day)', 'date-as-text', 'date("2024-03-31")'],
    ['date("2024-02-30")', 'not-a-date'],
    ['now > form.day', 'no-such-operation'],
    ['form.remark + 1', 'no-such-operation'],
    ['form.hives == form.hives', 'no-such-operation'],
    ['1.5 % 2', 'no-such-operation'],
    ['true < false', 'no-such-operation'],
    ['true ? 1 : "a"', 'branches-differ'],
    ['[1, "a"]', 'elements-differ'],
    ['1 && true', 'not-a-condition'],
    ['form.hives.filter(h, h.queens)', 'not-a-condition'],
    ['form.total.map(x, x)', 'not-a-list'],
    ['"a".matches("a+")', 'function-not-allowed'],
    ['timestamp("2024-03-31T00:00:00Z")', 'function-not-allowed'],
    ['dyn(1)', 'function-not-allowed'],
    ['type(1)', 'function-not-allowed'],
    ['cel.bind(x, 1, x)', 'unknown-variable'],
    ['sun([1])', 'function-not-allowed', 'sum'],
    ['sum(1)', 'wrong-arguments'],
    ['sum([1], [2])', 'wrong-arguments'],
    ['form.hives.sum()', 'wrong-arguments'],
    ['age_on(form.day, form.day, "birtday")', 'wrong-arguments', 'birthday'],
    ['has(1)', 'wrong-arguments'],
    ['form.hives.map(h)', 'wrong-arguments'],
    ['form.hives.map(1, 2)', 'wrong-arguments'],
    ['null', 'not-supported'],
    ['{"a": 1}', 'not-supported'],
    ['b"bytes"', 'not-supported'],
    ['1u', 'not-supported'],
    ['99999999999999999999', 'not-supported'],
    ['form.hives.all(a, form.hives.all(b, form.visits.all(c, true)))', 'nested-too-deep'],
    ['', 'syntax'],
    ['1 +', 'syntax'],
    ['1 = 2', 'syntax', '=='],
    ['form.total ＞ 1', 'syntax', '>'],
    ['(1', 'syntax'],
    ['"open', 'syntax'],
    ['while', 'syntax'],
    ['[1, 2', 'syntax'],
    ['form.?total', 'syntax'],
  ];

  it.each(refusals.map(([text, code, suggestion = '']) => ({ text, code, suggestion })))(
    '$text ($code)',
    ({ text, code, suggestion }) => {
      const compiled = compile(text, environment);
      const [problem] = compiled.ok ? [] : compiled.problems;
      expect({ code: problem?.code, suggestion: problem?.suggestion ?? '' }).toEqual({ code, suggestion });
    },
  );

  it('with every mistake at once, each at its place and in both languages', () => {
    const text = 'form.totl > 1 && form.day == "2024-01-01" && sun([1]) > 0';
    const compiled = compile(text, environment);
    const problems = compiled.ok ? [] : compiled.problems;
    expect(problems.map(({ code }) => code)).toEqual(['unknown-field', 'date-as-text', 'function-not-allowed']);
    expect(problems.map(({ from, to }) => text.slice(from, to))).toEqual([
      'totl',
      'form.day == "2024-01-01"',
      'sun([1])',
    ]);
    for (const { message } of problems) {
      expect(message['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(message.en).toMatch(/^[ -~]+$/);
    }
  });

  it('where the place takes another type', () => {
    expect(compile('form.total', environment, ['bool'])).toMatchObject({
      ok: false,
      problems: [{ code: 'wrong-result' }],
    });
    expect(compile('1', environment, ['decimal']).ok).toBe(true);
  });
});

describe('The size of an expression is bounded', () => {
  const nested = (depth: number): string => '('.repeat(depth) + '1' + ')'.repeat(depth);

  it.each<[string, string, string]>([
    ['1,000 characters', `${'1'.padEnd(999)} `, `${'1'.padEnd(1000)} `],
    ['300 parts', Array.from({ length: 150 }, () => '1').join('+'), Array.from({ length: 151 }, () => '1').join('+')],
    ['12 levels', nested(11), nested(12)],
  ])('to %s', (_limit, allowed, refused) => {
    expect(compile(allowed, environment).ok).toBe(true);
    expect(compile(refused, environment).ok).toBe(false);
  });

  it('by what it costs: the product of the greatest lengths of nested lists', () => {
    const nestedRows = 'form.hives.all(a, form.hives.exists(b, b.queens == a.queens))';
    expect(compile(nestedRows, environment)).toMatchObject({ ok: true, cost: 250_500 });
    expect(compile(nestedRows, { ...environment, repeat: 500 })).toMatchObject({
      ok: false,
      problems: [{ code: 'too-costly' }],
    });
    expect(compile('form.hives.size() > 0', { ...environment, repeat: 500 }).ok).toBe(true);
  });
});

describe('An expression warns', () => {
  const warnings = (text: string, strict = true): string[] => {
    const compiled = compile(text, { ...environment, strict });
    return compiled.ok ? compiled.warnings.map(({ code }) => code) : ['refused'];
  };

  it.each<[string, string[]]>([
    ['form.hives.size() / 2 > 1', ['integer-division']],
    ['form.hives.size() / 2.0 > 1', []],
    ['form.total > 1', ['may-be-absent']],
    ['has(form.total) && form.total > 1', []],
    ['!has(form.total) || form.total > 1', []],
    ['has(form.total) ? form.total : 0', []],
    ['form.hives.map(h, has(h.honey), h.honey).size() > 0', []],
    ['form.hives.all(h, h.honey > 0)', ['may-be-absent']],
    ['form.remark == "" && form.codes.size() == 0', []],
  ])('%s', (text, expected) => {
    expect(warnings(text)).toEqual(expected);
  });

  it('of absent fields only where a missing value matters', () => {
    expect(warnings('form.total > 1', false)).toEqual([]);
  });
});

describe('An expression tells what it reads', () => {
  it.each<[string, string[]]>([
    ['1 + 1', []],
    ['sum(form.hives.map(h, h.honey))', ['form', 'form.hives', 'form.hives.honey']],
    ['form.hives.filter(h, h.alive)[0].name', ['form', 'form.hives', 'form.hives.alive', 'form.hives.name']],
    ['tables.places["north"].quota', ['tables', 'tables.places', 'tables.places.quota']],
    ['has(form.total)', ['form', 'form.total']],
    ['open("objection") == 0', ['matters']],
  ])('%s', (text, expected) => {
    const compiled = compile(text, environment);
    expect(compiled.ok ? [...compiled.references].sort() : compiled.problems).toEqual(expected);
  });
});

describe('Data of another shape than declared', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['form.total > 1', { total: '12' }, 'wrong-type'],
    ['form.hives.size()', { hives: 'none' }, 'wrong-type'],
    ['form.day > date("2024-01-01")', { day: '31.3.2024' }, 'wrong-type'],
    ['form.hives[0].queens', { hives: [{ queens: 1.5 }] }, 'wrong-type'],
    ['form.hives[0].queens', { hives: ['Ash'] }, 'absent'],
  ])('gives no value: %s of %j', (text, form, code) => {
    const compiled = compile(text, environment);
    expect(compiled.ok && compiled.evaluate({ form })).toMatchObject({ ok: false, error: { code } });
  });

  it('cannot reach what every object inherits', () => {
    expect(evaluate('tables.places["constructor"].quota')).toEqual(['unknown-row']);
    expect(evaluate('tables.places[form.remark + "__proto__"].quota')).toBe('no-such-key');
    expect(evaluate('form.constructor')).toEqual(['unknown-field']);
  });
});
