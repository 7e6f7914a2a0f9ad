import { useTranslation } from 'react-i18next';
import { BindingEntry } from '../bindings/binding-entry.tsx';
import { keyFor } from '../inputs/fresh-key.ts';
import { written } from '../inputs/written.ts';
import type { Choice } from '../../workflow/desk-context.ts';
import { useDesk } from '../../workflow/desk-context.ts';
import { EntryList } from '../../workflow/inputs/entry-list.tsx';
import { listAt } from '../../workflow/names.ts';
import { at } from '../../yaml/read-yaml.ts';

interface Props {
  workflows: readonly Choice[];
  templates: ReadonlyMap<string, unknown>;
}

/** One workflow used several times, each time under a key of its own. */
export const BindingsPart = ({ workflows, templates }: Props) => {
  const { t } = useTranslation();
  const { workflow: programme } = useDesk();
  const taken = [
    ...workflows.map(({ value }) => value),
    ...listAt(programme, ['uses']).map((line) => written(at(line, ['as']))),
  ];
  const [first] = workflows;
  if (first === undefined) return null;
  return (
    <EntryList
      path={['uses']}
      label={t('settings.bindings')}
      help={t('settings.bindings-help')}
      one={t('settings.binding')}
      fresh={() => ({ workflow: first.value, as: keyFor('', first.value, taken) })}
    >
      {(own) => <BindingEntry path={own} workflows={workflows} templates={templates} />}
    </EntryList>
  );
};
