import { useTranslation } from 'react-i18next';
import { textIn } from '#contract/text.ts';
import { useSurroundings } from '../use-design.ts';
import { PickBox } from './inputs.tsx';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

const PREVIOUS = 'previous';

/** Rows to begin with: those of a table of the programme, or of the period before. */
const RosterDefaultEditor = ({ field, set }: PropertyProps) => {
  const { t, i18n } = useTranslation();
  const { programme } = useSurroundings();
  const now = field['x-default'];
  const tables = Object.entries(programme?.tables ?? {}).map(([key, table]) => ({
    value: `table:${key}`,
    label: t('form-designer.rows-of-table', { table: textIn(table.title, i18n.language) || key }),
  }));
  return (
    <PickBox
      label={t('form-designer.roster-default')}
      value={typeof now === 'object' ? `table:${now.table}` : typeof now === 'string' ? now : undefined}
      options={[{ value: PREVIOUS, label: t('form-designer.default.previous') }, ...tables]}
      onChange={(chosen) => {
        set('x-default', chosen?.startsWith('table:') === true ? { table: chosen.slice('table:'.length) } : chosen);
      }}
    />
  );
};

export const rosterDefaultProperty: PropertyEntry = {
  name: 'roster-default',
  section: 'input',
  title: { 'zh-CN': '自动带出的行', en: 'Rows to begin with' },
  keywords: ['x-default'],
  Editor: RosterDefaultEditor,
};
