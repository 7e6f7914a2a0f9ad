import { useTranslation } from 'react-i18next';
import type { Field } from '#contract/definition/field.ts';
import { isSection, kindOf } from '../../../form/kind.ts';
import { isRosterField } from '../commands/fields.ts';
import { exampleText, withExample } from '../commands/example.ts';
import { useForm, useHands } from '../use-design.ts';
import { TextBox } from './inputs.tsx';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

/** What stands in the example row: shown greyed above the rows, never data. */
const ExampleEditor = ({ id, path }: PropertyProps) => {
  const { t } = useTranslation();
  const form = useForm();
  const { edit } = useHands();
  return (
    <TextBox
      label={t('form-designer.example')}
      value={exampleText(form, path)}
      onChange={(typed) => {
        edit(`${id}:example`, (now) => withExample(now, path, typed ?? ''));
      }}
    />
  );
};

const hasExample = (field: Field): boolean =>
  !isSection(field) && !isRosterField(field) && !['file', 'fixed'].includes(kindOf(field));

export const exampleProperty: PropertyEntry = {
  name: 'example',
  section: 'help',
  title: { 'zh-CN': '示例', en: 'Example' },
  keywords: ['x-example'],
  Editor: ExampleEditor,
  applies: (field, path) => path.length === 2 && hasExample(field),
};
