import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { at, isRecord, type Path } from '../../../yaml/read-yaml.ts';
import { setProperty } from '../../commands/set-property.ts';
import { useDesk } from '../../desk-context.ts';
import { Property } from '../../inputs/property.tsx';

const SCALES = ['votes', 'share_of_max', 'share_of_total', 'rank_bands'] as const;
type Scale = (typeof SCALES)[number];

const FRESH_BANDS = [
  { to: 1, points: 10 },
  { to: 3, points: 5 },
];

/** How votes or marks become points; only the scale by rank has bands. */
export const ScoreScaleProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const { workflow, run, isBroken } = useDesk();
  const score = at(workflow, path);
  const given = isRecord(score) ? score : {};
  const scale = SCALES.find((one) => one === given['scale']) ?? null;
  return (
    <Property path={[...path, 'scale']} label={t('contest.scale')}>
      {(id) => (
        <Select<Scale>
          id={id}
          className="wide"
          aria-label={t('contest.scale')}
          disabled={isBroken}
          value={scale}
          options={SCALES.map((one) => ({ value: one, label: t(`contest.scale.${one}`) }))}
          onChange={(next) => {
            const rest = Object.entries(given).filter(([word]) => word !== 'bands');
            const bands = next === 'rank_bands' ? { bands: FRESH_BANDS } : {};
            run(setProperty(path, { ...Object.fromEntries(rest), scale: next, ...bands }));
          }}
        />
      )}
    </Property>
  );
};
