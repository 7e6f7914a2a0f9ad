import { useTranslation } from 'react-i18next';
import { isRecord } from '../../yaml/read-yaml.ts';
import { useDesk } from '../desk-context.ts';
import { kindChoices, relationChoices } from '../names.ts';

const PLAIN = ['own', 'programme', 'subtree', 'siblings', 'public'] as const;

/** A scope as one word of a list: `subtree`, `relation:parent`, `ancestor:<kind>`; empty for what is no scope. */
export const scopeWord = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (!isRecord(value)) return '';
  if (typeof value['relation'] === 'string') return `relation:${value['relation']}`;
  return typeof value['ancestor'] === 'string' ? `ancestor:${value['ancestor']}` : '';
};

export const scopeOfWord = (word: string): unknown => {
  const [sort = '', key] = word.split(':');
  return key === undefined ? sort : { [sort]: key };
};

/** Whose reports somebody can reach, in words, with the relations and kinds of the programme. */
export const useScopeChoices = (): { value: string; label: string }[] => {
  const { t } = useTranslation();
  const desk = useDesk();
  return [
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
};
