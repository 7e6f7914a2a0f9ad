import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { type DefinitionName, DEFINITION_KINDS } from '../../server/contract/key.ts';
import { fingerprint } from '../../server/registry/fingerprint.ts';
import { fileOfName, nameOfFile } from '../../server/registry/folder.ts';
import { buildModels } from '../../server/registry/shelf.ts';
import { aCalendar, aForm, aProgramme, aWorkflow } from './lint/lantern.ts';
import { aSource } from './trial.ts';

const KEY = /^[a-z][a-z0-9_]{0,20}$/;

describe('fingerprints', () => {
  it('do not change with byte order mark, line ends and empty lines at the end', () => {
    const text = aWorkflow();
    for (const same of [`\uFEFF${text}`, text.replaceAll('\n', '\r\n'), `${text}\n\n`, text.trimEnd()])
      expect(fingerprint(same)).toBe(fingerprint(text));
  });

  it('change with anything else: order, comments, blanks', () => {
    const text = 'a: 1\nb: 2\n';
    for (const other of ['b: 2\na: 1\n', 'a: 1 # c\nb: 2\n', 'a:  1\nb: 2\n', 'a: 1\nb: 3\n'])
      expect(fingerprint(other)).not.toBe(fingerprint(text));
  });
});

describe('places of definitions', () => {
  it('lead from a name to its file and back', () => {
    const names = fc
      .record({
        programme: fc.stringMatching(KEY),
        kind: fc.constantFrom(...DEFINITION_KINDS),
        key: fc.stringMatching(KEY),
      })
      .filter(
        ({ programme, key }) =>
          ![programme, key].some((word) =>
            [
              'in',
              'true',
              'false',
              'null',
              'constructor',
              'prototype',
              'calendars',
              'programme',
              'demonstration',
            ].includes(word),
          ),
      )
      .map((name): DefinitionName => {
        if (name.kind === 'Calendar') return { ...name, programme: null };
        if (name.kind === 'Programme') return { ...name, key: name.programme };
        return name.kind === 'Demonstration' ? { ...name, key: 'demonstration' } : name;
      });
    fc.assert(fc.property(names, (name) => expect(nameOfFile(fileOfName(name))).toEqual(name)));
  });

  it.each([
    'forms/a.json',
    'forms/a/b/c.json',
    'forms/a/B.json',
    'workflows/a/b.yml',
    'workflows/a/in.yaml',
    'other/a/b.json',
    'forms/a/b.yaml',
  ])('know nothing of %s', (file) => expect(nameOfFile(file)).toBeUndefined());
});

describe('the shelf', () => {
  const whole = () => [
    aSource('Programme', aProgramme()),
    aSource('Workflow', aWorkflow()),
    aSource('Form', aForm({ b: { type: 'string' }, a: { type: 'string' } })),
    aSource('Calendar', aCalendar()),
  ];

  it('builds a model of each workflow with its form, programme and calendar', () => {
    const { models, findings } = buildModels(whole());
    expect(findings).toEqual([]);
    const model = models.get('trial/trial');
    expect(model).toMatchObject({
      workflow: { key: 'trial' },
      programme: { key: 'trial' },
      calendar: { key: 'trial' },
    });
    expect(Object.keys(model?.form.properties ?? {})).toEqual(['b', 'a']);
  });

  it('does not depend on the order of the texts', () => {
    const turned = buildModels(whole().reverse());
    expect(turned.models.get('trial/trial')).toEqual(buildModels(whole()).models.get('trial/trial'));
  });

  it('builds what it can when one text is broken, and tells of that one', () => {
    const sources = [...whole(), aSource('Workflow', 'nonsense: [', 'second')];
    const { models, findings } = buildModels(sources);
    expect([...models.keys()]).toEqual(['trial/trial']);
    expect(findings.map(({ file }) => file)).toEqual(['workflows/trial/second.yaml']);
  });

  it('lets a workflow know what its siblings publish', () => {
    const second = aWorkflow({ key: 'second', metrics: "{sent: 'form.a'}" });
    const { models } = buildModels([...whole(), aSource('Workflow', second, 'second')]);
    expect(Object.keys(models.get('trial/trial')?.siblings ?? {})).toEqual(['second']);
  });

  it('refuses a second text of one name', () => {
    const { findings } = buildModels([...whole(), aSource('Calendar', aCalendar())]);
    expect(findings).toMatchObject([{ code: 'defined-twice', file: 'workflows/calendars/trial.yaml' }]);
  });

  it('keeps programmes apart', () => {
    const other = whole().map((source) => ({
      ...source,
      name: {
        ...source.name,
        ...(source.name.kind === 'Calendar' ? {} : { programme: 'other' }),
        ...(source.name.kind === 'Programme' ? { key: 'other' } : {}),
      },
      text: source.name.kind === 'Programme' ? source.text.replace('key: trial', 'key: other') : source.text,
    }));
    const { models, findings } = buildModels([...whole(), ...other.filter(({ name }) => name.kind !== 'Calendar')]);
    expect(findings).toEqual([]);
    expect([...models.keys()]).toEqual(['trial/trial', 'other/trial']);
    expect(models.get('other/trial')?.siblings).toEqual({});
  });
});
