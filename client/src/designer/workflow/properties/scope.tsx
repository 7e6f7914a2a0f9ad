import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { isRecord, type Path } from '../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../desk-context.ts';
import { Property } from '../inputs/property.tsx';
import { kindChoices, relationChoices } from '../names.ts';

const PLAIN = ['own', 'programme', 'subtree', 'siblings', 'public'] as const;

const wordOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (!isRecord(value)) return '';
  if (typeof value['relation'] === 'string') return `relation:${value['relation']}`;
  return typeof value['ancestor'] === 'string' ? `ancestor:${value['ancestor']}` : '';
};

const scopeOf = (word: string): unknown => {
  const [sort = '', key] = word.split(':');
  return key === undefined ? sort : { [sort]: key };
};

/** Whose cases somebody reaches, seen from the own organisation. */
export const ScopeProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const [value, set] = useProperty([...path, 'scope']);
  const options = [
    ...PLAIN.map((word) => ({ value: word, label: t(`workflow.scope.${word}`) })),
    { value: 'relation:parent', label: t('workflow.scope.parent') },
    ...relationChoices(desk).map(({ value: key, label }) => ({
      value: `relation:${key}`,
      label: t('workflow.scope.relation', { name: label }),
    })),
    ...kindChoices(desk).map(({ value: key, label }) => ({
      value: `ancestor:${key}`,
      label: t('workflow.scope.ancestor', { name: label }),
    })),
  ];
  return (
    <Property path={[...path, 'scope']} label={t('workflow.scope')} help={t('workflow.scope-help')}>
      {(id) => (
        <Select
          id={id}
          className="wide"
          aria-label={t('workflow.scope')}
          disabled={desk.isBroken}
          value={wordOf(value) || null}
          options={options}
          onChange={(word: string) => {
            set(scopeOf(word));
          }}
        />
      )}
    </Property>
  );
};
