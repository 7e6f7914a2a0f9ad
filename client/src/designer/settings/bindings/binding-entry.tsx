import { useTranslation } from 'react-i18next';
import type { Choice } from '../../workflow/desk-context.ts';
import { useDesk } from '../../workflow/desk-context.ts';
import { ChoiceProperty } from '../../workflow/inputs/choice.tsx';
import { ExpressionProperty } from '../../workflow/inputs/expression.tsx';
import { KeysProperty } from '../../workflow/inputs/keys.tsx';
import { LocalTextProperty } from '../../workflow/inputs/local-text.tsx';
import { WordProperty } from '../../workflow/inputs/word.tsx';
import { keysAt, kindChoices } from '../../workflow/names.ts';
import { at, type Path } from '../../yaml/read-yaml.ts';
import { written } from '../inputs/written.ts';
import { BindingDeadline } from './binding-deadline.tsx';
import { BindingParam } from './binding-param.tsx';
import { BindingPeriods } from './binding-periods.tsx';

interface Props {
  path: Path;
  workflows: readonly Choice[];
  /** What the texts of the workflows say, by key. */
  templates: ReadonlyMap<string, unknown>;
}

/** One binding: which workflow, under which key, and what is other than there. */
export const BindingEntry = ({ path, workflows, templates }: Props) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const template = templates.get(written(at(desk.workflow, [...path, 'workflow'])));
  const over = [...path, 'with'];
  return (
    <>
      <div className="settings-pair">
        <ChoiceProperty path={[...path, 'workflow']} label={t('settings.bound-workflow')} choices={workflows} />
        <WordProperty path={[...path, 'as']} label={t('settings.bound-as')} help={t('settings.bound-as-help')} />
      </div>
      <LocalTextProperty path={[...over, 'title']} label={t('settings.title')} />
      <LocalTextProperty path={[...over, 'description']} label={t('settings.bound-description')} />
      <ChoiceProperty
        path={[...over, 'form']}
        label={t('settings.bound-form')}
        choices={desk.surroundings.forms}
        otherwise={t('settings.as-in-workflow')}
      />
      <KeysProperty
        path={[...over, 'audience', 'kinds']}
        label={t('settings.bound-kinds')}
        choices={kindChoices(desk)}
        placeholder={t('settings.as-in-workflow')}
      />
      <ExpressionProperty path={[...over, 'audience', 'where']} label={t('settings.bound-where')} place="audience" />
      <BindingPeriods path={[...over, 'periods']} template={template} />
      {keysAt(template, ['deadlines']).map((name) => (
        <BindingDeadline
          key={name}
          path={[...over, 'deadlines', name]}
          name={name}
          given={at(template, ['deadlines', name])}
        />
      ))}
      {keysAt(template, ['params']).map((name) => (
        <BindingParam key={name} path={[...over, 'params', name]} name={name} given={at(template, ['params', name])} />
      ))}
    </>
  );
};
