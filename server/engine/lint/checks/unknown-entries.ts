import { type Check, type Reference, type Remark, say, unknownAmong, workflowsOf } from '../check.ts';
import { entryFields, entryForm, isRoster, rosterOfContest } from '../contest.ts';
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
        .map(({ key }) => key)
        .concat(workflow.gather?.as ?? []);
      const unknown = unknownAmong(of, options, { thing: say('子表', 'roster'), known: rosters });
      const roster = rosterOfContest(workflow, form);
      const held = roster === null ? null : entryForm(dossier, { workflow, form }, roster);
      if (held === null) return unknown;
      const fields: Reference[] = [
        ...Object.entries(ballots).flatMap(([key, { show, text, picture, choose }]): Reference[] => [
          { path: ['ballots', key, 'show'], name: show },
          ...(text === undefined ? [] : [{ path: ['ballots', key, 'text'], name: text }]),
          ...(picture === undefined ? [] : [{ path: ['ballots', key, 'picture'], name: picture }]),
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
      const known = [...entryFields(held).keys()];
      // Gathered cases belong to organisations, by which they can be grouped.
      const isGrouped = ({ path, name }: Reference): boolean =>
        held.roster === null && name === 'organisation' && !['show', 'text', 'picture'].includes(String(path.at(-1)));
      const named = fields.filter((field) => !isGrouped(field));
      return [...unknown, ...unknownAmong(of, named, { thing: say('候选字段', 'field of an entry'), known })];
    }),
};
