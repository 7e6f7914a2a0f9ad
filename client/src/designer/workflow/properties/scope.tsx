import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Path } from '../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../desk-context.ts';
import { Property } from '../inputs/property.tsx';
import { scopeOfWord, scopeWord, useScopeChoices } from '../inputs/scope-choices.ts';

/** Whose cases somebody reaches, seen from the own organisation. */
export const ScopeProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const [value, set] = useProperty([...path, 'scope']);
  const options = useScopeChoices();
  return (
    <Property path={[...path, 'scope']} label={t('workflow.scope')} help={t('workflow.scope-help')}>
      {(id) => (
        <Select
          id={id}
          className="wide"
          aria-label={t('workflow.scope')}
          disabled={desk.isBroken}
          value={scopeWord(value) || null}
          options={options}
          onChange={(word: string) => {
            set(scopeOfWord(word));
          }}
        />
      )}
    </Property>
  );
};
