import { useTranslation } from 'react-i18next';
import { ACTION_KINDS } from '#contract/definition/workflow.ts';
import type { Path } from '../../yaml/read-yaml.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';

/** What an action does: the engine knows kinds, never names. */
export const ActionKindProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  return (
    <ChoiceProperty
      path={[...path, 'kind']}
      label={t('workflow.kind')}
      help={t('workflow.kind-help')}
      choices={ACTION_KINDS.map((kind) => ({ value: kind, label: t(`workflow.kind.${kind}`) }))}
    />
  );
};
