import type { Workflow } from '../../../contract/definition/workflow.ts';
import { type Check, type Reference, say, unknownAmong, workflowsOf } from '../check.ts';
import { expressionsOf } from '../expression-sites.ts';

const sourcesOf = ({ ballots = {}, marks = {} }: Workflow): string[] => [
  ...Object.keys(ballots).map((key) => `ballots.${key}`),
  ...Object.keys(marks).map((key) => `marks.${key}`),
];

/** The name of a ballot that an expression compares `ballot` with, on either side, or in a list. */
const COMPARED =
  /(?<![\w.])ballot\s*[=!]=\s*(['"])([^'"]*)\1|(['"])([^'"]*)\3\s*[=!]=\s*ballot\b|(?<![\w.])ballot\s+in\s*\[([^\]]*)\]/g;

const QUOTED = /(['"])([^'"]*)\1/g;

/** The ballots that an expression names; the empty name stands for a count without one. */
const comparedIn = (text: string): string[] =>
  [...text.matchAll(COMPARED)]
    .flatMap(([, , right, , left, list = '']) => [right, left, ...[...list.matchAll(QUOTED)].map(([, , name]) => name)])
    .filter((name): name is string => name !== undefined && name !== '');

/** A score takes its votes from a ballot of the workflow, or its marks from judges; a condition asks for one of its ballots. */
export const unknownBallot: Check = {
  code: 'unknown-ballot',
  severity: 'error',
  remarks: (dossier) => {
    const sites = expressionsOf(dossier).filter(({ of }) => of.kind === 'Workflow');
    return workflowsOf(dossier).flatMap(({ of, workflow }) => {
      const compared = sites
        .filter((site) => site.of.key === of.key)
        .flatMap(({ path, text }): Reference[] => comparedIn(text).map((name) => ({ path, name })));
      const sources = (workflow.ranking?.score ?? []).map(({ source }, index) => ({
        path: ['ranking', 'score', index, 'source'],
        name: source,
      }));
      return [
        ...unknownAmong(of, sources, { thing: say('投票或评分', 'ballot or marks'), known: sourcesOf(workflow) }),
        ...unknownAmong(of, compared, { thing: say('投票', 'ballot'), known: Object.keys(workflow.ballots ?? {}) }),
      ];
    });
  },
};
