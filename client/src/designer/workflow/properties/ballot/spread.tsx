import { useTranslation } from 'react-i18next';
import type { Path } from '../../../yaml/read-yaml.ts';
import { useDesk } from '../../desk-context.ts';
import { groupChoices } from '../../entries.ts';
import { ChoiceProperty } from '../../inputs/choice.tsx';
import { NumberProperty } from '../../inputs/number.tsx';
import { Optional } from '../optional.tsx';

/** From how many groups the chosen entries must come at least: institutions, districts. */
export const BallotSpreadProperty = ({ path, source }: { path: Path; source: unknown }) => {
  const { t } = useTranslation();
  const groups = groupChoices(useDesk(), source, t('contest.by-organisation'));
  const own = [...path, 'spread'];
  return (
    <Optional
      path={own}
      label={t('contest.spread')}
      help={t('contest.spread-help')}
      fresh={() => ({ by: groups[0]?.value ?? 'organisation', min: 2 })}
    >
      <ChoiceProperty path={[...own, 'by']} label={t('contest.spread-by')} choices={groups} />
      <NumberProperty path={[...own, 'min']} label={t('contest.spread-min')} min={2} max={100} />
    </Optional>
  );
};
