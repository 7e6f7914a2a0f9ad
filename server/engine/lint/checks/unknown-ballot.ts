import type { Workflow } from '../../../contract/definition/workflow.ts';
import { type Check, say, unknownAmong, workflowsOf } from '../check.ts';

const sourcesOf = ({ ballots = {}, marks = {} }: Workflow): string[] => [
  ...Object.keys(ballots).map((key) => `ballots.${key}`),
  ...Object.keys(marks).map((key) => `marks.${key}`),
];

/** A score takes its votes from a ballot of the workflow, or its marks from judges. */
export const unknownBallot: Check = {
  code: 'unknown-ballot',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      unknownAmong(
        of,
        (workflow.ranking?.score ?? []).map(({ source }, index) => ({
          path: ['ranking', 'score', index, 'source'],
          name: source,
        })),
        { thing: say('投票或评分', 'ballot or marks'), known: sourcesOf(workflow) },
      ),
    ),
};
