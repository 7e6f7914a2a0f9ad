import { CloseOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Field, Limits } from '#contract/definition/field.ts';
import { withEntry } from '../keyword.ts';
import { titleOf } from '../names.ts';
import { NumberBox } from '../properties/inputs.tsx';
import type { Deed } from './clause.ts';

const DEEDS = ['show', 'hide', 'require', 'require-otherwise', 'limit', 'limit-otherwise'] as const;

type Bound = 'minimum' | 'maximum' | 'minLength' | 'maxLength' | 'minItems' | 'maxItems';

/** Limits that a kind of field can take. */
const boundsFor = (field: Field | undefined): readonly [Bound, Bound] => {
  if (field?.type === 'integer' || field?.type === 'number') return ['minimum', 'maximum'];
  return field?.type === 'array' ? ['minItems', 'maxItems'] : ['minLength', 'maxLength'];
};

const FIRST: Record<Bound, number> = {
  minimum: 0,
  maximum: 100,
  minLength: 1,
  maxLength: 100,
  minItems: 1,
  maxItems: 10,
};

const firstLimits = (field: Field | undefined): Limits => {
  const [least] = boundsFor(field);
  return { [least]: FIRST[least] };
};

interface Props {
  fields: Record<string, Field>;
  deed: Deed;
  removable: boolean;
  onChange: (deed: Deed) => void;
  onRemove: () => void;
}

/** "Show – field" in one line, with limits below where it limits. */
export const DeedRow = ({ fields, deed, removable, onChange, onRemove }: Props) => {
  const { t, i18n } = useTranslation();
  const make = (does: Deed['does'], field: string): Deed => {
    if (does === 'limit' || does === 'limit-otherwise') {
      const kept = 'limits' in deed && deed.field === field ? deed.limits : firstLimits(fields[field]);
      return { does, field, limits: kept };
    }
    return { does, field };
  };
  return (
    <div className="designer-deed">
      <div className="designer-test">
        <Select
          aria-label={t('form-designer.deed')}
          value={deed.does}
          options={DEEDS.map((one) => ({ value: one, label: t(`form-designer.does.${one}`) }))}
          onChange={(does: Deed['does']) => {
            onChange(make(does, deed.field));
          }}
        />
        <Select
          aria-label={t('form-designer.deed-field')}
          showSearch={{ optionFilterProp: 'label' }}
          value={deed.field}
          options={Object.entries(fields).map(([key, one]) => ({
            value: key,
            label: titleOf(one, key, i18n.language),
          }))}
          onChange={(key: string) => {
            onChange(make(deed.does, key));
          }}
        />
        {removable ? (
          <Button
            size="small"
            type="text"
            icon={<CloseOutlined />}
            aria-label={t('form-designer.deed-remove')}
            onClick={onRemove}
          />
        ) : null}
      </div>
      {'limits' in deed ? (
        <div className="designer-pair">
          {boundsFor(fields[deed.field]).map((bound) => (
            <NumberBox
              key={bound}
              label={t(`form-designer.bound.${bound}`)}
              whole={fields[deed.field]?.type !== 'number'}
              {...(bound.startsWith('min') && !bound.endsWith('imum') && { min: 0 })}
              value={deed.limits[bound]}
              onChange={(value) => {
                const limits = withEntry(deed.limits, bound, value);
                if (Object.keys(limits).length > 0) onChange({ ...deed, limits });
              }}
            />
          ))}
        </div>
      ) : null}
    </div>
  );
};
