import type { EffectView } from '../../contract/wire/publication.ts';
import type { ChangedWorkflow } from '../running-cases.ts';
import { type DryRunRow, wordsOf } from './dry-run-row.ts';
import { MOST_ROWS } from './touched.repository.ts';

type EffectName = EffectView['effect'];

const SORTS: readonly [EffectName, (row: DryRunRow) => boolean][] = [
  ['state-gone', ({ outlook }) => outlook.outcome === 'stranded'],
  ['state-moved', ({ outlook }) => outlook.outcome === 'moves'],
  ['due-moved', ({ outlook }) => outlook.dates.length > 0],
  ['becomes-late', ({ outlook }) => outlook.turns === 'late'],
  ['becomes-on-time', ({ outlook }) => outlook.turns === 'on-time'],
];

/** What a dry run found, by sort: all counted, the first told one by one. */
export const effectsOf = ({ before, after }: ChangedWorkflow, rows: readonly DryRunRow[]): EffectView[] =>
  SORTS.flatMap(([effect, isOfSort]) => {
    const found = rows.filter(isOfSort);
    if (found.length === 0) return [];
    const told = found.slice(0, MOST_ROWS).map((row) => {
      const { case: id, workflow, organisation, period } = row;
      return { case: id, workflow, organisation, period, words: wordsOf({ before: before.model, after }, row) };
    });
    return [{ effect, count: found.length, rows: told }];
  });
