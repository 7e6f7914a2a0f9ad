import { useTranslation } from 'react-i18next';
import { Periods } from '#contract/definition/deadline.ts';
import { textIn } from '#contract/text.ts';
import { periodsOfRule } from '#engine/period.ts';
import { at, isRecord, type Path } from '../../yaml/read-yaml.ts';
import type { Choice } from '../desk-context.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';

/** The periods of a workflow by their titles; those of every kind of organisation where they differ. */
const periodChoices = (workflow: unknown, language: string): Choice[] => {
  const periods = Periods.safeParse(at(workflow, ['periods']));
  if (!periods.success) return [];
  const rules = 'for' in periods.data ? Object.values(periods.data.for) : [periods.data];
  const all = rules
    .flatMap((rule) => periodsOfRule(rule, null))
    .map(({ key, title }) => ({ value: key, label: textIn(title, language) || key }));
  return all.filter(({ value }, n) => all.findIndex((one) => one.value === value) === n);
};

interface Props {
  path: Path;
  /** What the workflow says whose periods are meant. */
  workflow: unknown;
  otherwise: string;
}

/** A period, chosen by its title. */
export const PeriodProperty = ({ path, workflow, otherwise }: Props) => {
  const { t, i18n } = useTranslation();
  const value = isRecord(workflow) ? workflow : {};
  return (
    <ChoiceProperty
      path={path}
      label={t('walk.period')}
      otherwise={otherwise}
      choices={periodChoices(value, i18n.language)}
    />
  );
};
