import { useTranslation } from 'react-i18next';
import type { Path } from '../../../yaml/read-yaml.ts';
import { useDesk } from '../../desk-context.ts';
import { entrySources } from '../../entries.ts';
import { ChoiceProperty } from '../../inputs/choice.tsx';

/** What stands for election: the rows of a roster, or what is gathered. */
export const BallotOptionsProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  return (
    <ChoiceProperty
      path={[...path, 'options']}
      label={t('contest.options')}
      help={t('contest.options-help')}
      choices={entrySources(useDesk())}
    />
  );
};
