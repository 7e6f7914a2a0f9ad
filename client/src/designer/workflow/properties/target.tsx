import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { at, isRecord, type Path } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk } from '../desk-context.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { EntryList } from '../inputs/entry-list.tsx';
import { ExpressionProperty } from '../inputs/expression.tsx';
import { stateChoices } from '../names.ts';

const lastOf = (to: unknown): string => {
  if (typeof to === 'string') return to;
  const last: unknown = Array.isArray(to) ? (to as unknown[]).at(-1) : undefined;
  return isRecord(last) && typeof last['state'] === 'string' ? last['state'] : '';
};

/** Where a transition leads: always to one state, or to the first of several whose condition holds. */
export const TargetProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const own = [...path, 'to'];
  const to = at(desk.workflow, own);
  const isList = Array.isArray(to);
  const states = stateChoices(desk);
  const branch = (): void => {
    const state = lastOf(to);
    desk.run(setProperty(own, [{ when: 'true', state }, { state }]));
  };
  return (
    <>
      <Segmented
        aria-label={t('workflow.to')}
        size="small"
        className="target-kind"
        disabled={desk.isBroken}
        value={isList ? 'list' : 'one'}
        options={[
          { value: 'one', label: t('workflow.to-one') },
          { value: 'list', label: t('workflow.to-list') },
        ]}
        onChange={(next) => {
          if (next === 'list' && !isList) branch();
          if (next === 'one' && isList) desk.run(setProperty(own, lastOf(to)));
        }}
      />
      {isList ? (
        <EntryList
          path={own}
          label={t('workflow.to')}
          help={t('workflow.to-list-help')}
          one={t('workflow.branch')}
          fresh={() => ({ state: lastOf(to) })}
        >
          {(at) => (
            <>
              <ExpressionProperty path={[...at, 'when']} label={t('workflow.when')} place="guard" />
              <ChoiceProperty path={[...at, 'state']} label={t('workflow.to')} choices={states} />
            </>
          )}
        </EntryList>
      ) : (
        <ChoiceProperty path={own} label={t('workflow.to')} choices={states} />
      )}
    </>
  );
};
