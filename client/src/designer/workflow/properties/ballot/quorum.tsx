import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Path } from '../../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../../desk-context.ts';
import { NumberProperty } from '../../inputs/number.tsx';
import { Property } from '../../inputs/property.tsx';
import { Optional } from '../optional.tsx';

/** A share as people say it: 30 for 0.3. */
const ShareProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const { isBroken } = useDesk();
  const [value, set] = useProperty(path);
  return (
    <Property path={path} label={t('contest.quorum-share')}>
      {(id) => (
        <InputNumber
          id={id}
          aria-label={t('contest.quorum-share')}
          min={0}
          max={100}
          suffix="%"
          disabled={isBroken}
          value={typeof value === 'number' ? Number((value * 100).toFixed(6)) : null}
          onChange={(next) => {
            set(next === null ? undefined : Number((next / 100).toFixed(8)));
          }}
        />
      )}
    </Property>
  );
};

/** How many must have voted for the vote to hold; all that is given must be reached. */
export const BallotQuorumProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const own = [...path, 'quorum'];
  return (
    <Optional path={own} label={t('contest.quorum')} help={t('contest.quorum-help')} fresh={() => ({ used: 30 })}>
      <NumberProperty path={[...own, 'used']} label={t('contest.quorum-used')} min={1} max={1_000_000} />
      <ShareProperty path={[...own, 'share']} />
    </Optional>
  );
};
