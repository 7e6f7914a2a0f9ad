import type { zhCNOpenVotes } from './zh-cn-open-votes.ts';

/** Screen texts of open votes, as their organisers see them, in English. */
export const enOpenVotes: Record<keyof typeof zhCNOpenVotes, string> = {
  'contests.open.per.device': 'a browser',
  'contests.open.per.address': 'a network',
  'contests.open.per.all': 'all together',
  'contests.open.in.total': 'over the whole vote',
  'contests.open.in.day': 'a day',
  'contests.open.in.hour': 'an hour',
  'contests.open.limit': 'At most {{max}} ballots for {{per}}, {{window}}; what goes beyond is set apart',
  'contests.open.title': 'Set apart',
  'contests.open.help':
    'Totals alone, nothing about any voter. Ballots beyond the sealed limits do not count towards ranks; everybody is shown both counts.',
  'contests.open.turnout': '{{raw}} ballots cast, {{apart}} of them set apart, {{ballots}} counted ({{blank}} blank)',
  'contests.open.rule': 'Limit',
  'contests.open.apart': 'Set apart',
  'contests.open.no-limits': 'No limit was sealed; nothing is set apart.',
  'contests.open.raw-votes': 'Votes cast',
  'contests.open.cleaned-votes': 'Votes counted',
};
