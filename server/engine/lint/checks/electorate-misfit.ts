import type { FindingText } from '../../../contract/finding.ts';
import type { Ballot } from '../../../contract/definition/contest.ts';
import { type Check, type Path, type Remark, say, workflowsOf } from '../check.ts';

interface Misfit {
  path: Path;
  message: FindingText;
  suggestion: FindingText;
}

const misfits = ({ electorate, quorum }: Ballot): Misfit[] => {
  const { kind, roles, limit } = electorate;
  return [
    ...(roles !== undefined && kind !== 'accounts'
      ? [
          {
            path: ['electorate', 'roles'],
            message: say('只有 kind: accounts 才按角色确定选民', 'Roles say who votes with kind: accounts alone'),
            suggestion: say('请改用 kind: accounts，或删去 roles', 'Use kind: accounts, or delete roles'),
          },
        ]
      : []),
    ...(limit !== undefined && kind !== 'open'
      ? [
          {
            path: ['electorate', 'limit'],
            message: say('每个投票码只能投一票，无需 limit', 'A code gives one ballot; there is nothing to limit'),
            suggestion: say('请改用 kind: open，或删去 limit', 'Use kind: open, or delete limit'),
          },
        ]
      : []),
    ...(kind === 'open' && quorum?.share !== undefined
      ? [
          {
            path: ['quorum', 'share'],
            message: say(
              '开放投票没有选民名册，无法计算投票率',
              'An open vote has no roll that a share could be taken of',
            ),
            suggestion: say('请改用 quorum.used', 'Use quorum.used'),
          },
        ]
      : []),
  ];
};

/** What is said of an electorate stands with the kind that it belongs to. */
export const electorateMisfit: Check = {
  code: 'electorate-misfit',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      Object.entries(workflow.ballots ?? {}).flatMap(([key, ballot]) =>
        misfits(ballot).map(({ path, ...said }): Remark => ({ of, path: ['ballots', key, ...path], ...said })),
      ),
    ),
};
