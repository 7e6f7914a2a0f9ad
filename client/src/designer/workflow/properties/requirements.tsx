import { useTranslation } from 'react-i18next';
import type { Path } from '../../yaml/read-yaml.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { EntryList } from '../inputs/entry-list.tsx';
import { ExpressionProperty } from '../inputs/expression.tsx';
import type { ExpressionPlace } from '../inputs/expression-names.ts';
import { LocalTextProperty } from '../inputs/local-text.tsx';

interface Props {
  path: Path;
  place?: ExpressionPlace;
  /** Whether somebody is there who can be warned: an action is taken by a person. */
  hasWarnings?: boolean;
}

/** What must hold, and what is said where it does not. */
export const RequirementsProperty = ({ path, place = 'guard', hasWarnings = false }: Props) => {
  const { t } = useTranslation();
  return (
    <EntryList
      path={[...path, 'require']}
      label={t('workflow.require')}
      help={t('workflow.require-help')}
      one={t('workflow.requirement')}
      fresh={() => ({ expr: 'true', message: t('workflow.require-message-start') })}
    >
      {(own) => (
        <>
          <ExpressionProperty path={[...own, 'expr']} label={t('workflow.expr')} place={place} />
          <LocalTextProperty
            path={[...own, 'message']}
            label={t('workflow.message')}
            help={t('workflow.message-help')}
          />
          {hasWarnings ? (
            <ChoiceProperty
              path={[...own, 'severity']}
              label={t('workflow.severity')}
              otherwise={t('workflow.severity.error')}
              choices={[
                { value: 'error', label: t('workflow.severity.error') },
                { value: 'warning', label: t('workflow.severity.warning') },
              ]}
            />
          ) : null}
        </>
      )}
    </EntryList>
  );
};
