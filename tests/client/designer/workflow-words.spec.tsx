/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { TextEncoder } from 'node:util';
import { Workflow } from '../../../server/contract/definition/workflow.ts';
import { valueOf } from '../../../client/src/designer/yaml/read-yaml.ts';
import { blankIcons } from './blank-icons.ts';
import { type Beside, placeOf, placesIn, textWith, type Together, type Word, wordsOf } from './words-of.ts';

jest.unstable_mockModule('@ant-design/icons', blankIcons);
const { PropertyHost } = await import('./property-host.tsx');
// The host and this line give what it asks of a browser
globalThis.TextEncoder = TextEncoder;
const { renderToStaticMarkup } = await import('react-dom/server');
const { placeWithPanel, PropertyPanel } =
  await import('../../../client/src/designer/workflow/panels/property-panel.tsx');

/** Chosen once, when the workflow is made: they are its identity. */
const IDENTITY = ['apiVersion', 'kind', 'key'];

/** Words that one control writes together with another, at the other's place. */
const TOGETHER: Together[] = [
  // Cases count as one each, or with a number that they publish
  [/(?<=^quotas\.some\.)count$/, 'sum'],
  // Numbers of a sheet stand in one list, each with its weight
  [/(?<=^marks\.some\.fields)\.some$/, ''],
  // Whose cases: one choice among all
  [/(?<=\.scope)\.(relation|ancestor)$/, ''],
  // An attribute is one of the parts that group
  [/(?<=^quotas\.some\.by)\.0(\.attribute)?$/, ''],
];

/** Words that mean something beside others only. */
const BESIDE: Beside[] = [
  [/^deadlines\.some\.time$/, ['deadlines', 'some'], { on: '2031-03-31' }],
  [/^deadlines\.some\.from$/, ['deadlines', 'some'], { within: 'P1D' }],
  [/^deadlines\.some\.for\.some\.time$/, ['deadlines', 'some', 'for', 'some'], { on: '2031-03-31' }],
  [/^deadlines\.some\.for\.some\.from$/, ['deadlines', 'some', 'for', 'some'], { within: 'P1D' }],
  [/^deadlines\.some\.default\./, ['deadlines', 'some'], { for: { some: { on: '2031-03-31' } } }],
  [/^deadlines\.some\.default\.time$/, ['deadlines', 'some', 'default'], { on: '2031-03-31' }],
  [/^deadlines\.some\.default\.from$/, ['deadlines', 'some', 'default'], { within: 'P1D' }],
  [/^ballots\.some\.electorate\.roles$/, ['ballots', 'some', 'electorate'], { kind: 'accounts' }],
  [/^ballots\.some\.electorate\.limit\./, ['ballots', 'some', 'electorate'], { kind: 'open' }],
  [/^ranking\.score\.0\.bands\./, ['ranking', 'score', 0], { scale: 'rank_bands' }],
  [/^states\.some\.rights\./, ['actors'], { some: { role: 'clerk', scope: 'own' } }],
  [/\.majority\.base$/, ['states', 'some', 'tasks', 'some'], { outcome: ['one', 'other'] }],
];

/** Properties on the page while the word is selected. */
const propertiesFor = (word: Word): Set<string> => {
  const text = textWith(word, BESIDE);
  const selected = placeWithPanel(valueOf(text), word.path);
  const page = renderToStaticMarkup(
    <PropertyHost text={text} selected={selected}>
      <PropertyPanel />
    </PropertyHost>,
  );
  return placesIn(page);
};

describe('the workflow designer', () => {
  it('has a property for every word of the language', () => {
    const words = wordsOf(Workflow).filter(({ path }) => !IDENTITY.includes(path.join('.')));
    expect(words.length).toBeGreaterThan(200);
    const missing = words.filter((word) => !propertiesFor(word).has(placeOf(word, TOGETHER)));
    expect([...new Set(missing.map(({ path }) => path.join('.')))]).toEqual([]);
  });
});
