import { useTranslation } from 'react-i18next';
import type { Path } from '../../../yaml/read-yaml.ts';
import { ChoiceProperty } from '../../inputs/choice.tsx';

/** Who learns of a count before the vote has closed: nobody. */
export const BallotResultsProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  return (
    <ChoiceProperty
      path={[...path, 'results']}
      label={t('contest.results')}
      help={t('contest.results-help')}
      otherwise={t('contest.results.sealed')}
      choices={[{ value: 'sealed', label: t('contest.results.sealed') }]}
    />
  );
};
