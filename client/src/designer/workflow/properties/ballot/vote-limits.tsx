import { useTranslation } from 'react-i18next';
import type { Path } from '../../../yaml/read-yaml.ts';
import { ChoiceProperty } from '../../inputs/choice.tsx';
import { EntryList } from '../../inputs/entry-list.tsx';
import { NumberProperty } from '../../inputs/number.tsx';

/** Votes beyond these are set apart, not refused. */
export const VoteLimitsProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  return (
    <EntryList
      path={[...path, 'limit']}
      label={t('contest.limit')}
      help={t('contest.limit-help')}
      one={t('contest.limit-one')}
      fresh={() => ({ per: 'device', max: 1 })}
    >
      {(own) => (
        <>
          <ChoiceProperty
            path={[...own, 'per']}
            label={t('contest.limit-per')}
            choices={(['device', 'address', 'all'] as const).map((one) => ({
              value: one,
              label: t(`contest.limit-per.${one}`),
            }))}
          />
          <ChoiceProperty
            path={[...own, 'window']}
            label={t('contest.limit-window')}
            otherwise={t('contest.limit-window.total')}
            choices={(['total', 'day', 'hour'] as const).map((one) => ({
              value: one,
              label: t(`contest.limit-window.${one}`),
            }))}
          />
          <NumberProperty path={[...own, 'max']} label={t('contest.limit-max')} min={1} max={1_000_000} />
        </>
      )}
    </EntryList>
  );
};
