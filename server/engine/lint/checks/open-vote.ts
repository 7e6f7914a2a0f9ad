import type { Workflow } from '../../../contract/definition/workflow.ts';
import { type Check, type Remark, say, workflowsOf } from '../check.ts';

/** Whoever can gather clicks decides no more than this of the points. */
const MOST_WEIGHT = 0.2;

const isShare = (scale: string): boolean => scale === 'share_of_max' || scale === 'share_of_total';

/** Sources that open votes give and that can outweigh the cap, or whose weight cannot be told. */
const heavy = ({ ballots = {}, ranking }: Workflow): number[] => {
  const score = ranking?.score ?? [];
  const all = score.reduce((sum, { weight }) => sum + weight, 0);
  const isOpen = (source: string): boolean => ballots[source.replace(/^ballots\./, '')]?.electorate.kind === 'open';
  const open = score.flatMap(({ source }, index) => (isOpen(source) ? [index] : []));
  const weight = open.reduce((sum, index) => sum + (score[index]?.weight ?? 0), 0);
  const isCapped = score.every(({ scale }) => isShare(scale)) && weight <= MOST_WEIGHT * all + Number.EPSILON;
  return isCapped ? [] : open;
};

const ONE_EACH = { per: 'address', max: 1 };

const weightRemarks = (workflow: Workflow): Omit<Remark, 'of'>[] =>
  heavy(workflow).map((index) => ({
    path: ['ranking', 'score', index],
    message: say(
      '开放投票对名次的影响超过 20%（或无法判断），谁都可以反复投票',
      'An open vote weighs more than 20 % of the points, or nobody can tell: anybody may vote, and again',
    ),
    suggestion: say(
      '请让所有来源使用 share_of_max 或 share_of_total，开放投票的权重之和不超过 20%，或单独公布',
      'Scale all sources by share_of_max or share_of_total with at most 20 % for open votes, or show them apart',
    ),
  }));

const limitRemarks = (workflow: Workflow): Omit<Remark, 'of'>[] =>
  Object.entries(workflow.ballots ?? {}).flatMap(([key, { electorate }]) =>
    (electorate.limit ?? []).flatMap(({ per, max }, index) =>
      per === ONE_EACH.per && max === ONE_EACH.max
        ? [
            {
              path: ['ballots', key, 'electorate', 'limit', index],
              message: say(
                '校园、单位往往共用一个网络，每个网络只算一票会把多数人的票隔离',
                'A campus or an office shares one network: one vote for each sets most of theirs aside',
              ),
              suggestion: say('请放宽 max，或改用 per: device', 'Allow more, or use per: device'),
            },
          ]
        : [],
    ),
  );

/** An open vote that decides prizes, or shuts a campus out. */
export const openVote: Check = {
  code: 'open-vote',
  severity: 'warning',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      [...weightRemarks(workflow), ...limitRemarks(workflow)].map((remark): Remark => ({ of, ...remark })),
    ),
};
