import { useTranslation } from 'react-i18next';
import { at, type Path } from '../../../yaml/read-yaml.ts';
import { useDesk } from '../../desk-context.ts';
import { EntryList } from '../../inputs/entry-list.tsx';
import { NumberProperty } from '../../inputs/number.tsx';
import { listAt } from '../../names.ts';

/** Points by rank: up to which rank, how many. */
export const RankBandsProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const { workflow } = useDesk();
  const own = [...path, 'bands'];
  const last = at(listAt(workflow, own).at(-1), ['to']);
  return (
    <EntryList
      path={own}
      label={t('contest.bands')}
      help={t('contest.bands-help')}
      one={t('contest.band')}
      fresh={() => ({ to: (typeof last === 'number' ? last : 0) + 1, points: 1 })}
    >
      {(band) => (
        <div className="entry-row">
          <NumberProperty path={[...band, 'to']} label={t('contest.band-to')} min={1} max={10_000} />
          <NumberProperty path={[...band, 'points']} label={t('contest.band-points')} max={1_000_000_000} digits={9} />
        </div>
      )}
    </EntryList>
  );
};
