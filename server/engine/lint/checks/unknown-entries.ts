import { type Check, type Reference, type Remark, say, unknownAmong, workflowsOf } from '../check.ts';
import { entryFields, isRoster, rosterOfContest } from '../contest.ts';
import { fieldsIn } from '../form-walk.ts';

/** What stands for election is a roster of the form, and what it is shown and grouped by are fields of its rows. */
export const unknownEntries: Check = {
  code: 'unknown-entries',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow, form }): Remark[] => {
      const { ballots = {}, ranking, places = [] } = workflow;
      if (form === undefined) return [];
      const options = Object.entries(ballots).map(([key, { options: name }]) => ({
        path: ['ballots', key, 'options'],
        name,
      }));
      const rosters = fieldsIn(form)
        .filter(isRoster)
        .map(({ key }) => key);
      const unknown = unknownAmong(of, options, { thing: say('子表', 'roster'), known: rosters });
      const roster = rosterOfContest(ballots, form);
      if (roster === null) return unknown;
      const fields: Reference[] = [
        ...Object.entries(ballots).flatMap(([key, { show, choose }]): Reference[] => [
          { path: ['ballots', key, 'show'], name: show },
          ...(choose.spread === undefined
            ? []
            : [{ path: ['ballots', key, 'choose', 'spread', 'by'], name: choose.spread.by }]),
        ]),
        ...(ranking?.score ?? []).flatMap(({ within }, index): Reference[] =>
          within === undefined ? [] : [{ path: ['ranking', 'score', index, 'within'], name: within }],
        ),
        ...places.flatMap(({ by }, index): Reference[] =>
          by === undefined ? [] : [{ path: ['places', index, 'by'], name: by }],
        ),
      ];
      const known = entryFields(form, roster).keys();
      return [...unknown, ...unknownAmong(of, fields, { thing: say('候选字段', 'field of an entry'), known })];
    }),
};
