import { useTranslation } from 'react-i18next';
import { ExpressionProperty } from '../inputs/expression.tsx';
import { KeyedEntries } from './keyed-entries.tsx';

/** Numbers that a case publishes from its latest submission. */
export const MetricsProperty = () => {
  const { t } = useTranslation();
  return (
    <KeyedEntries
      path={['metrics']}
      label={t('workflow.metrics')}
      help={t('workflow.metrics-help')}
      one={t('workflow.metric')}
      fresh={() => '0'}
    >
      {(own) => <ExpressionProperty path={own} label={t('workflow.formula')} place="metric" />}
    </KeyedEntries>
  );
};
