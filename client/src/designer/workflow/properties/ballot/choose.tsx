import { useTranslation } from 'react-i18next';
import { at, type Path } from '../../../yaml/read-yaml.ts';
import { useDesk } from '../../desk-context.ts';
import { NumberOrExpressionProperty } from '../../inputs/number-or-expression.tsx';
import { YesNoProperty } from '../../inputs/yes-no.tsx';
import { BallotSpreadProperty } from './spread.tsx';

/** How many entries one chooses, from how many groups at least, and whether an empty ballot counts. */
export const BallotChooseProperties = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const { workflow } = useDesk();
  const own = [...path, 'choose'];
  return (
    <>
      <NumberOrExpressionProperty path={[...own, 'min']} label={t('contest.choose-min')} place="ballot" max={1000} />
      <NumberOrExpressionProperty
        path={[...own, 'max']}
        label={t('contest.choose-max')}
        place="ballot"
        min={1}
        max={1000}
      />
      <BallotSpreadProperty path={own} source={at(workflow, [...path, 'options'])} />
      <YesNoProperty path={[...own, 'blank']} label={t('contest.blank')} help={t('contest.blank-help')} />
    </>
  );
};
