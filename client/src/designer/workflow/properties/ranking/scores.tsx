import { useTranslation } from 'react-i18next';
import { at, type Path } from '../../../yaml/read-yaml.ts';
import { type Choice, useDesk } from '../../desk-context.ts';
import { contestSource, groupChoices } from '../../entries.ts';
import { ChoiceProperty } from '../../inputs/choice.tsx';
import { EntryList } from '../../inputs/entry-list.tsx';
import { NumberProperty } from '../../inputs/number.tsx';
import { keysAt, titleOf } from '../../names.ts';
import { RankBandsProperty } from './bands.tsx';
import { ScoreScaleProperty } from './scale.tsx';

/** Votes and marks that can be ranked by. */
const useSources = (): Choice[] => {
  const { workflow, language } = useDesk();
  return ['ballots', 'marks'].flatMap((word) =>
    keysAt(workflow, [word]).map((key) => ({
      value: `${word}.${key}`,
      label: titleOf(at(workflow, [word, key, 'title']), language, key),
    })),
  );
};

const Score = ({ path, sources }: { path: Path; sources: readonly Choice[] }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <>
      <ChoiceProperty path={[...path, 'source']} label={t('contest.source')} choices={sources} />
      <ScoreScaleProperty path={path} />
      {at(desk.workflow, [...path, 'scale']) === 'rank_bands' ? <RankBandsProperty path={path} /> : null}
      <NumberProperty
        path={[...path, 'weight']}
        label={t('contest.weight')}
        help={t('contest.weight-help')}
        max={1_000_000_000}
        digits={9}
      />
      <ChoiceProperty
        path={[...path, 'within']}
        label={t('contest.within')}
        help={t('contest.within-help')}
        otherwise={t('contest.within-all')}
        choices={groupChoices(desk, contestSource(desk), t('contest.by-organisation'))}
      />
      <NumberProperty path={[...path, 'round']} label={t('contest.round')} help={t('contest.round-help')} max={6} />
    </>
  );
};

/** What entries are ranked by: several sources, each on its scale and with its weight. */
export const ScoresProperty = () => {
  const { t } = useTranslation();
  const sources = useSources();
  return (
    <EntryList
      path={['ranking', 'score']}
      label={t('contest.score')}
      help={t('contest.score-help')}
      one={t('contest.score-one')}
      fresh={() => ({ source: sources[0]?.value ?? 'ballots.', scale: 'votes', weight: 1 })}
    >
      {(path) => <Score path={path} sources={sources} />}
    </EntryList>
  );
};
