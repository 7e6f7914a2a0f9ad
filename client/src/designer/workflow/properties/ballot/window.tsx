import { useTranslation } from 'react-i18next';
import type { Path } from '../../../yaml/read-yaml.ts';
import { useDesk } from '../../desk-context.ts';
import { ChoiceProperty } from '../../inputs/choice.tsx';
import { LocalTimeProperty } from '../../inputs/local-time.tsx';
import { stateChoices } from '../../names.ts';

/** In which state a vote is open, from when and until when. */
export const BallotWindowProperties = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  return (
    <>
      <ChoiceProperty
        path={[...path, 'during']}
        label={t('contest.during')}
        help={t('contest.during-help')}
        choices={stateChoices(useDesk())}
      />
      <LocalTimeProperty path={[...path, 'opens']} label={t('contest.opens')} />
      <LocalTimeProperty path={[...path, 'closes']} label={t('contest.closes')} />
    </>
  );
};
