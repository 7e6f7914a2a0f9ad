import { type Check, say, unknownAmong, workflowsOf } from '../check.ts';

/** A score takes its votes from a ballot of the workflow. */
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
        { thing: say('投票', 'ballot'), known: Object.keys(workflow.ballots ?? {}).map((key) => `ballots.${key}`) },
      ),
    ),
};
