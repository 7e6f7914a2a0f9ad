import { useTranslation } from 'react-i18next';
import { at, type Path } from '../../yaml/read-yaml.ts';
import { useDesk } from '../desk-context.ts';
import { entrySources } from '../entries.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { ExpressionProperty } from '../inputs/expression.tsx';
import { NumberProperty } from '../inputs/number.tsx';
import { YesNoProperty } from '../inputs/yes-no.tsx';
import { OutcomesProperty } from './outcomes.tsx';

/** How several people judge a task: for what, how many, with which outcomes, and who is kept from it. */
export const JudgedTaskProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const hasOutcomes = at(desk.workflow, [...path, 'outcome']) !== undefined;
  return (
    <details>
      <summary>{t('workflow.judged')}</summary>
      <ChoiceProperty
        path={[...path, 'for_each']}
        label={t('workflow.for-each')}
        help={t('workflow.for-each-help')}
        otherwise={t('contest.for-each-none')}
        choices={entrySources(desk)}
      />
      <NumberProperty path={[...path, 'quorum']} label={t('workflow.task-quorum')} min={1} max={100} />
      <OutcomesProperty path={path} />
      {hasOutcomes ? (
        <ChoiceProperty
          path={[...path, 'majority', 'base']}
          label={t('workflow.majority')}
          otherwise={t('workflow.majority-none')}
          choices={[
            { value: 'assigned', label: t('workflow.majority-assigned') },
            { value: 'cast', label: t('workflow.majority-cast') },
          ]}
        />
      ) : null}
      <YesNoProperty path={[...path, 'four_eyes']} label={t('workflow.four-eyes')} />
      <ChoiceProperty
        path={[...path, 'assign']}
        label={t('workflow.assign')}
        otherwise={t('workflow.assign-free')}
        choices={[
          { value: 'all', label: t('workflow.assign-all') },
          { value: 'claim', label: t('workflow.assign-claim') },
        ]}
      />
      <ExpressionProperty
        path={[...path, 'except']}
        label={t('workflow.except')}
        help={t('workflow.except-help')}
        place="task"
      />
    </details>
  );
};
