/** @jest-environment jsdom */
import { TextEncoder } from 'node:util';
import { describe, expect, it, jest } from '@jest/globals';
import { Scenario } from '../../../server/contract/definition/scenario.ts';
import { valueOf } from '../../../client/src/designer/yaml/read-yaml.ts';
import { blankIcons } from './blank-icons.ts';
import { type Beside, placeOf, placesIn, textWith, type Together, type Word, wordsOf } from './words-of.ts';

jest.unstable_mockModule('@ant-design/icons', blankIcons);
const { PropertyHost } = await import('./property-host.tsx');
// The host and this line give what it asks of a browser
globalThis.TextEncoder = TextEncoder;
const { renderToStaticMarkup } = await import('react-dom/server');
const { useDesk } = await import('../../../client/src/designer/workflow/desk-context.ts');
const { ScenarioSteps } = await import('../../../client/src/designer/workflow/scenarios/scenario-steps.tsx');

/** Chosen once, when the scenario is made: its identity, and what it plays. */
const IDENTITY = ['apiVersion', 'kind', 'key', 'workflow'];

/** A workflow that has what a scenario can speak of. */
const PLAYED = `
subject: {form: log, per: [organisation, period]}
gather: {workflow: log, as: entries}
metrics: {some: '1'}
marks: {some: {title: Marks}}
places: [{key: some, title: Place, count: 1}]
`;

/** A step is one thing; some words belong to one of them. */
const BESIDE: Beside[] = [
  [/^steps\.0\.(row|outcome)$/, ['steps', 0], { finish: 'some' }],
  [/^steps\.0\.(votes|used|codes)(\.|$)/, ['steps', 0], { ballot: 'some' }],
  [/^steps\.0\.expect\.(tally|awards)(\.|$)/, ['steps', 0], { tally: {} }],
];

/** Values by name are written into one place, a line each. */
const TOGETHER: Together[] = [
  [/(?<=\.(attributes|votes|metrics|form|data|params))\.some$/, ''],
  [/(?<=^steps\.0\.tally\.marks\.some)\.some$/, ''],
];

const Steps = () => {
  const desk = useDesk();
  return <ScenarioSteps workflow={{ ...desk, workflow: valueOf(PLAYED) ?? {} }} />;
};

const propertiesFor = (word: Word): Set<string> =>
  placesIn(
    renderToStaticMarkup(
      <PropertyHost text={textWith(word, BESIDE)}>
        <Steps />
      </PropertyHost>,
    ),
  );

describe('the scenario editor', () => {
  it('has a property for every word of a scenario', () => {
    const words = wordsOf(Scenario).filter(({ path }) => !IDENTITY.includes(path.join('.')));
    expect(words.length).toBeGreaterThan(60);
    const missing = words.filter((word) => !propertiesFor(word).has(placeOf(word, TOGETHER)));
    expect([...new Set(missing.map(({ path }) => path.join('.')))]).toEqual([]);
  });
});
