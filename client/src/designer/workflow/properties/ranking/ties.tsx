import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { at, isRecord, type Path } from '../../../yaml/read-yaml.ts';
import { setProperty } from '../../commands/set-property.ts';
import { useDesk } from '../../desk-context.ts';
import { contestSource, entryFields } from '../../entries.ts';
import { ChoiceProperty } from '../../inputs/choice.tsx';
import { EntryList } from '../../inputs/entry-list.tsx';
import { ExpressionProperty } from '../../inputs/expression.tsx';
import { Property } from '../../inputs/property.tsx';
import { stateChoices } from '../../names.ts';

const SORTS = ['expr', 'lot', 'committee'] as const;
type Sort = (typeof SORTS)[number];

const sortOf = (tie: unknown): Sort => SORTS.find((sort) => isRecord(tie) && tie[sort] !== undefined) ?? 'expr';

/** One way to tell apart what is equal. */
const Tie = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const sort = sortOf(at(desk.workflow, path));
  const states = stateChoices(desk);
  const number = entryFields(desk, contestSource(desk)).find(({ type }) => type === 'integer' || type === 'number');
  const fresh: Record<Sort, unknown> = {
    expr: { expr: `e.${number?.value ?? 'metrics.'}`, order: 'desc' },
    lot: { lot: true },
    committee: { committee: states[0]?.value ?? '' },
  };
  return (
    <>
      <Property path={sort === 'lot' ? [...path, 'lot'] : path} label={t('contest.tie-sort')} isGroup>
        <Select<Sort>
          className="wide"
          aria-label={t('contest.tie-sort')}
          disabled={desk.isBroken}
          value={sort}
          options={SORTS.map((one) => ({ value: one, label: t(`contest.tie-sort.${one}`) }))}
          onChange={(next) => {
            if (next !== sort) desk.run(setProperty(path, fresh[next]));
          }}
        />
      </Property>
      {sort === 'expr' ? (
        <>
          <ExpressionProperty
            path={[...path, 'expr']}
            label={t('contest.tie-expr')}
            help={t('contest.tie-expr-help')}
            place="entry"
          />
          <ChoiceProperty
            path={[...path, 'order']}
            label={t('contest.tie-order')}
            choices={(['desc', 'asc'] as const).map((one) => ({ value: one, label: t(`contest.tie-order.${one}`) }))}
          />
        </>
      ) : null}
      {sort === 'committee' ? (
        <ChoiceProperty
          path={[...path, 'committee']}
          label={t('contest.tie-committee')}
          help={t('contest.tie-committee-help')}
          choices={states}
        />
      ) : null}
    </>
  );
};

/** What tells equal entries apart, rule after rule. */
export const TiesProperty = () => {
  const { t } = useTranslation();
  return (
    <EntryList
      path={['ranking', 'ties']}
      label={t('contest.ties')}
      help={t('contest.ties-help')}
      one={t('contest.tie')}
      fresh={() => ({ lot: true })}
    >
      {(path) => <Tie path={path} />}
    </EntryList>
  );
};
