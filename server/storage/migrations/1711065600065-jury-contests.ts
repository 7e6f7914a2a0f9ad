import { Forward } from './forward.ts';

/** Juries are counted as elections are: what was a list of counts of its own is one no more. */
export class JuryContests1711065600065 extends Forward {
  name = 'JuryContests1711065600065';

  statements = [`DROP TABLE ranking_tally`];
}
