import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { isRecord, type Path } from '../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../desk-context.ts';
import { ExpressionProperty } from '../inputs/expression.tsx';
import { KeysProperty } from '../inputs/keys.tsx';

type Sort = 'none' | 'all' | 'queried' | 'some';

const sortOf = (value: unknown): Sort => {
  if (value === 'all' || value === true) return 'all';
  if (value === 'queried') return 'queried';
  return isRecord(value) ? 'some' : 'none';
};

interface Props {
  path: Path;
  label: string;
  sorts: readonly Sort[];
}

/** How much of the form a right is about. */
export const AreaSelect = ({ path, label, sorts }: Props) => {
  const { t } = useTranslation();
  const { isBroken, surroundings } = useDesk();
  const [value, set] = useProperty(path);
  const first = surroundings.fields.find(({ sort }) => sort === 'field')?.value;
  const all = path.at(-1) === 'remark' ? true : 'all';
  return (
    <Select<Sort>
      size="small"
      aria-label={label}
      disabled={isBroken}
      value={sortOf(value)}
      options={sorts.map((sort) => ({ value: sort, label: t(`workflow.area.${sort}`) }))}
      onChange={(sort) => {
        if (sort === 'none') set(undefined);
        else if (sort === 'some') set({ fields: first === undefined ? [] : [first] });
        else set(sort === 'all' ? all : sort);
      }}
    />
  );
};

/** The parts of the form, where a right is about some of it. */
export const AreaParts = ({ path, label }: { path: Path; label: string }) => {
  const { t } = useTranslation();
  const { surroundings } = useDesk();
  const [value] = useProperty(path);
  if (!isRecord(value)) return null;
  const of = (...sorts: string[]) => surroundings.fields.filter(({ sort }) => sorts.includes(sort));
  return (
    <div className="area-parts">
      <span className="quiet">{label}</span>
      <KeysProperty path={[...path, 'fields']} label={t('workflow.area-fields')} choices={of('field', 'roster')} />
      <KeysProperty
        path={[...path, 'sections']}
        label={t('workflow.area-sections')}
        choices={of('section', 'roster')}
      />
      <ExpressionProperty
        path={[...path, 'rows']}
        label={t('workflow.area-rows')}
        help={t('workflow.area-rows-help')}
        place="row"
      />
    </div>
  );
};
