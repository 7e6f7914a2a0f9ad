import { useTranslation } from 'react-i18next';
import { at, type Path } from '../../yaml/read-yaml.ts';
import { freshKey } from '../commands/fresh-key.ts';
import { useDesk } from '../desk-context.ts';
import { DayProperty } from '../inputs/day.tsx';
import { EntryList } from '../inputs/entry-list.tsx';
import { LocalTextProperty } from '../inputs/local-text.tsx';
import { WordProperty } from '../inputs/word.tsx';
import { listAt } from '../names.ts';
import { useThisYear } from './this-year.ts';

/** Rounds that are named one by one. */
export const NamedPeriods = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const { workflow } = useDesk();
  const year = useThisYear();
  const rounds = listAt(workflow, path);
  const last = rounds.at(-1);
  const fresh = (): unknown => ({
    key: freshKey(
      'round',
      rounds.map((round) => String(at(round, ['key']))),
    ),
    from: at(last, ['from']) ?? year.from,
    to: at(last, ['to']) ?? year.to,
    due: at(last, ['due']) ?? year.to,
  });
  return (
    <EntryList path={path} label={t('workflow.rounds')} one={t('workflow.round')} fresh={fresh}>
      {(own) => (
        <>
          <LocalTextProperty path={[...own, 'title']} label={t('workflow.title')} />
          <WordProperty path={[...own, 'key']} label={t('workflow.key')} help={t('workflow.key-permanent')} />
          <div className="entry-row">
            <DayProperty path={[...own, 'from']} label={t('workflow.from')} />
            <DayProperty path={[...own, 'to']} label={t('workflow.until')} />
            <DayProperty path={[...own, 'due']} label={t('workflow.due-day')} />
          </div>
        </>
      )}
    </EntryList>
  );
};
