import { useTranslation } from 'react-i18next';
import { at, type Path } from '../../../yaml/read-yaml.ts';
import { freshKey } from '../../commands/fresh-key.ts';
import { useDesk } from '../../desk-context.ts';
import { contestSource, groupChoices } from '../../entries.ts';
import { ChoiceProperty } from '../../inputs/choice.tsx';
import { EntryList } from '../../inputs/entry-list.tsx';
import { LocalTextProperty } from '../../inputs/local-text.tsx';
import { NumberProperty } from '../../inputs/number.tsx';
import { WordProperty } from '../../inputs/word.tsx';
import { listAt, titleOf } from '../../names.ts';
import { CertificateProperty } from './certificate.tsx';

const PATH = ['places'] as const;

const Place = ({ path, index }: { path: Path; index: number }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const before = listAt(desk.workflow, PATH)
    .slice(0, index)
    .map((place) => String(at(place, ['key'])));
  const titles = before.map((key, n) => ({
    value: key,
    label: titleOf(at(desk.workflow, [...PATH, n, 'title']), desk.language, key),
  }));
  return (
    <>
      <LocalTextProperty path={[...path, 'title']} label={t('workflow.title')} />
      <WordProperty path={[...path, 'key']} label={t('workflow.key')} help={t('workflow.key-permanent')} />
      <div className="entry-row">
        <NumberProperty path={[...path, 'count']} label={t('contest.count')} min={1} max={10_000} />
        <NumberProperty path={[...path, 'value']} label={t('contest.value')} max={1_000_000_000} digits={9} />
      </div>
      <ChoiceProperty
        path={[...path, 'by']}
        label={t('contest.place-by')}
        help={t('contest.place-by-help')}
        otherwise={t('contest.place-by-none')}
        choices={groupChoices(desk, contestSource(desk), t('contest.by-organisation'))}
      />
      <ChoiceProperty
        path={[...path, 'from']}
        label={t('contest.place-from')}
        help={t('contest.place-from-help')}
        otherwise={t('contest.place-from-all')}
        choices={titles}
      />
      <CertificateProperty path={path} />
    </>
  );
};

/** The places that are filled from the ranking, best first. */
export const PlacesProperty = () => {
  const { t } = useTranslation();
  const { workflow } = useDesk();
  const keys = listAt(workflow, PATH).map((place) => String(at(place, ['key'])));
  return (
    <EntryList
      path={PATH}
      label={t('contest.places')}
      help={t('contest.places-help')}
      one={t('contest.place')}
      fresh={() => ({ key: freshKey('place', keys), title: t('contest.place'), count: 1 })}
    >
      {(path, index) => <Place path={path} index={index} />}
    </EntryList>
  );
};
