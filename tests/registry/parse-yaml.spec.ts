import { describe, expect, it } from '@jest/globals';
import { calendar, parsed, told } from './trial.ts';

const YEAR = '  2024: {holidays: [{date: 2024-01-01}]}\n';

describe('YAML definitions', () => {
  it('reads keys, texts, numbers, lists and dates as they stand', () => {
    const { value, findings } = parsed('Calendar', calendar(YEAR, 'weekend: [6, 7]\n'));
    expect(findings).toEqual([]);
    expect(value).toMatchObject({ weekend: [6, 7], years: { '2024': { holidays: [{ date: '2024-01-01' }] } } });
  });

  it.each([
    ['byte order mark', `\uFEFF${calendar(YEAR)}`],
    ['line ends of Windows', calendar(YEAR).replaceAll('\n', '\r\n')],
    ['line ends of old Macs', calendar(YEAR).replaceAll('\n', '\r')],
    ['comments', `# first\n${calendar(YEAR)}# last\n`],
  ])('reads a file with %s', (_, text) => {
    expect(told(parsed('Calendar', text))).toEqual([]);
  });

  it.each([
    ['an alias', 'title: &x T\n', '4:11 alias'],
    ['a tag', 'title: !!str T\n', '4:14 tag'],
    ['a tag of JavaScript', 'title: !!js/function "x"\n', 'tag'],
    ['a merge key', '<<: {title: T}\ntitle: T\n', '4:1 merge-key'],
    ['a key twice', 'title: T\ntitle: U\n', '5:1 duplicate-key: The key "title" stands here twice'],
    ['a reserved key', 'title: T\n__proto__: {polluted: 1}\n', '5:1 reserved-key'],
    ['a reserved key further in', 'title: {constructor: {polluted: 1}}\n', '4:9 reserved-key'],
    ['a key that is a map', 'title: T\n? {a: 1}\n: 2\n', '5:3 key-form'],
    ['a tab as indentation', 'title:\n\ten: T\n', '5:1 syntax: Tabs cannot indent → Use spaces'],
    ['an open quote', 'title: "T\n', 'syntax'],
    ['two values on a line', 'title: a: b\n', 'syntax: One `key: value` a line; quote a value with a colon'],
    ['a second document', 'title: T\n---\ntitle: U\n', 'syntax: One file holds one definition'],
    [
      'an ambiguous number',
      'title: T\nweekend: [06]\n',
      "5:11 number-form: The number 06 can be read in two ways → Write '06' for a text",
    ],
    ['a hexadecimal number', 'title: T\nweekend: [0x6]\n', '5:11 number-form'],
    ['infinity', 'title: T\nweekend: [.inf]\n', 'number-form'],
    ['a number too large to keep', 'title: T\nweekend: [12345678901234567890]\n', 'too large to be kept exactly'],
  ])('refuses %s, with its place', (_, text, expected) => {
    const { value, findings } = parsed(
      'Calendar',
      `apiVersion: formflow/v1\nkind: Calendar\nkey: trial\n${text}years: {}\n`,
    );
    expect(value).toBeUndefined();
    expect(told({ findings } as never).join('\n')).toContain(expected);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('refuses directives', () => {
    expect(told(parsed('Calendar', `%YAML 1.1\n---\n${calendar(YEAR)}`))).toEqual([
      '1:1 syntax: Directives (%) are not used here',
    ]);
  });

  it('tells every mistake of a text at once', () => {
    const text = calendar('  2024: {holydays: [], holidays: [{date: 2024-02-30}]}\n', 'weekend: yes\ncolour: red\n');
    expect(told(parsed('Calendar', text))).toEqual([
      '5:10 wrong-type: Here must stand a list, not a text',
      '8:42 wrong-form: "2024-02-30" is not of the right form → a day such as 2024-03-31',
      '8:10 unknown-key: There is no key "holydays" here → Did you mean "holidays"?',
      '6:1 unknown-key: There is no key "colour" here → Known here: apiVersion, kind, key, title, weekend, years',
    ]);
  });

  it('says how to mend what was written in other habits', () => {
    const lines = told(
      parsed(
        'Scenario',
        'kind: Scenario\nkey: trial\nworkflow: w\ngiven: {now: 2024-03-01T09:00, period: 2024}\nsteps: [{do: submit, proxy: yes}]\n',
      ),
    );
    expect(lines).toEqual([
      "4:40 wrong-type: Here must stand a text, not a number → Put it in quotes: '2024'",
      '5:29 wrong-type: Here must stand true or false, not a text → Write true or false',
    ]);
  });

  it('says when a file and its definition have different names', () => {
    expect(told(parsed('Calendar', calendar(YEAR).replace('key: trial', 'key: other')))).toEqual([
      '3:6 name-differs: "other" differs from the name of its file, "trial" → Write key: trial, or rename the file',
    ]);
  });

  it('names the language for people who read Chinese', () => {
    const [finding] = parsed('Calendar', calendar(YEAR, 'colour: red\n')).findings;
    expect(finding?.message['zh-CN']).toBe('此处没有名为“colour”的键');
  });
});
