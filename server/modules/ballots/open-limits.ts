import { createHmac } from 'node:crypto';
import type { VoteLimit } from '../../contract/definition/contest.ts';
import { reasonOf } from '../../engine/ballot/quarantine.ts';
import type { SealedElection } from './sealed-elections.ts';
import { networkTag } from './traffic.ts';

/** A limit of an open vote as the box counts it; `seconds` is 0 where it counts over the whole vote. */
export interface CountedLimit {
  reason: string;
  tag: string;
  seconds: number;
  most: number;
}

const SECONDS = { total: 0, day: 86_400, hour: 3_600 } as const;

/** Stands for a device, or a network, as long as the election's key exists. */
const tagsOf = (
  key: string,
  { device, address }: { device: string; address: string },
): Record<VoteLimit['per'], string> => ({
  device: createHmac('sha256', Buffer.from(key, 'hex')).update(`device ${device}`).digest('hex').slice(0, 16),
  address: networkTag(key, address),
  all: '',
});

/** The sealed limits for one voter; of two over the same span the stricter. Browsers that name no device share one. */
export const limitsFor = (
  { manifest, trafficKey }: SealedElection,
  from: { device: string; address: string },
): CountedLimit[] => {
  if (trafficKey === null) return [];
  const tags = tagsOf(trafficKey, from);
  const limits = [...(manifest.rules.electorate?.limit ?? [])].sort((a, b) => b.max - a.max);
  const counted = limits.map(({ per, window = 'total', max }): [string, CountedLimit] => {
    const reason = reasonOf({ per, window });
    return [reason, { reason, tag: tags[per], seconds: SECONDS[window], most: max }];
  });
  // In one order for everybody, so that no two casts wait for each other in a circle.
  return [...new Map(counted).values()].sort((a, b) => (a.reason < b.reason ? -1 : 1));
};
