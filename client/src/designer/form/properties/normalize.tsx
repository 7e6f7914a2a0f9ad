import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Field } from '#contract/definition/field.ts';
import { orNothing } from '../keyword.ts';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

type Step = NonNullable<Field['x-normalize']>[number];

const STEPS: readonly Step[] = ['nfkc', 'trim', 'digits', 'thousands', 'list', 'ditto', 'prefix'];

/** What is tidied in what was typed before it is checked. Steps keep the order of the file; a new one comes last. */
const NormalizeEditor = ({ field, set }: PropertyProps) => {
  const { t } = useTranslation();
  const now = field['x-normalize'] ?? [];
  return (
    <fieldset className="designer-checks">
      <legend>{t('form-designer.normalize')}</legend>
      {STEPS.map((step) => (
        <Checkbox
          key={step}
          checked={now.includes(step)}
          onChange={({ target }) => {
            set('x-normalize', orNothing(target.checked ? [...now, step] : now.filter((one) => one !== step)));
          }}
        >
          {t(`form-designer.normalize.${step}`)}
        </Checkbox>
      ))}
    </fieldset>
  );
};

export const normalizeProperty: PropertyEntry = {
  name: 'normalize',
  section: 'more',
  title: { 'zh-CN': '自动整理', en: 'Tidying' },
  keywords: ['x-normalize'],
  Editor: NormalizeEditor,
};
