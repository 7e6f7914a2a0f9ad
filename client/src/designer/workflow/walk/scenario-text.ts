import type { Scenario } from '#contract/definition/scenario.ts';
import { block } from '../../yaml/write-yaml.ts';

/** A scenario as its author would write it. */
export const scenarioText = (scenario: Scenario): string => `${block(scenario, 0)}\n`;
