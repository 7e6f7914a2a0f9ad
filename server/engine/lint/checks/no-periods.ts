import { periodsOfRule } from '../../period.ts';
import { type Check, say } from '../check.ts';
import { periodRulesOf } from '../periods.ts';

/** A rule that gives no window at all makes no case, and nobody would notice. */
export const noPeriods: Check = {
  code: 'no-periods',
  severity: 'error',
  remarks: (dossier) => {
    const calendar = dossier.calendars.get(dossier.programme.calendar ?? '') ?? null;
    return periodRulesOf(dossier)
      .filter(({ rule }) => !('list' in rule) && rule.from <= rule.to && periodsOfRule(rule, calendar).length === 0)
      .map(({ of, path }) => ({
        of,
        path,
        message: say('这条规则没有产生任何周期', 'This rule gives no period at all'),
        suggestion: say('请核对 from、to 和 day', 'Look at from, to and day'),
      }));
  },
};
