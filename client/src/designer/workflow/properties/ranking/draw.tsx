import { useTranslation } from 'react-i18next';
import { useDesk } from '../../desk-context.ts';
import { contestSource, entryFields } from '../../entries.ts';
import { ChoiceProperty } from '../../inputs/choice.tsx';
import { ExpressionProperty } from '../../inputs/expression.tsx';
import { LocalTextProperty } from '../../inputs/local-text.tsx';
import { Optional } from '../optional.tsx';

const PATH = ['draw'] as const;

/** Tickets drawn one after the other, as far as the money goes. */
export const DrawProperty = () => {
  const { t } = useTranslation();
  const desk = useDesk();
  const number = entryFields(desk, contestSource(desk)).find(({ type }) => type === 'integer' || type === 'number');
  return (
    <Optional
      path={PATH}
      label={t('contest.draw')}
      help={t('contest.draw-help')}
      fresh={() => ({
        weight: '1',
        cost: number === undefined ? '1' : `e.${number.value}`,
        budget: '1000',
        overspend: 'skip',
      })}
    >
      <ExpressionProperty
        path={[...PATH, 'weight']}
        label={t('contest.draw-weight')}
        help={t('contest.draw-weight-help')}
        place="entry"
      />
      <ExpressionProperty path={[...PATH, 'cost']} label={t('contest.draw-cost')} place="entry" />
      <ExpressionProperty path={[...PATH, 'budget']} label={t('contest.draw-budget')} place="ballot" />
      <ChoiceProperty
        path={[...PATH, 'overspend']}
        label={t('contest.overspend')}
        choices={(['skip', 'stop', 'last'] as const).map((one) => ({
          value: one,
          label: t(`contest.overspend.${one}`),
        }))}
      />
      <LocalTextProperty path={[...PATH, 'seed']} label={t('contest.seed')} help={t('contest.seed-help')} />
    </Optional>
  );
};
