import { keyWord } from '../../yaml/write-yaml.ts';

/** Texts to begin with, as a person would write them. */

export interface FreshScenario {
  key: string;
  title: string;
  workflow: string;
  /** `2027-03-01`. */
  day: string;
  kind: string | null;
}

export const freshScenario = ({ key, title, workflow, day, kind }: FreshScenario): string =>
  [
    'kind: Scenario',
    `key: ${key}`,
    `title: ${keyWord(title)}`,
    `workflow: ${workflow}`,
    `given: {now: ${day}T09:00${kind === null ? '' : `, organisation: {kind: ${kind}}`}}`,
    'steps:',
    '  - {advance: PT1H}',
    '',
  ].join('\n');

export const freshDemonstration = (day: string, title: string): string =>
  [
    'apiVersion: formflow/v1',
    'kind: Demonstration',
    'key: demonstration',
    `title: ${keyWord(title)}`,
    `now: ${day}T09:00`,
    'accounts: {}',
    '',
  ].join('\n');
