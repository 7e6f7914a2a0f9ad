import { Checkbox, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { at, isRecord, type Path } from '../../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../../desk-context.ts';
import { withUnknown } from '../../inputs/choice.tsx';
import { Property } from '../../inputs/property.tsx';

type Weights = Record<string, number>;

const weightsOf = (fields: unknown): Weights => {
  if (isRecord(fields)) return fields as Weights;
  const names = Array.isArray(fields) ? fields.filter((name) => typeof name === 'string') : [];
  return Object.fromEntries(names.map((name) => [name, 1]));
};

/** A list where every number counts once, else each with its weight. */
const written = (weights: Weights): unknown =>
  Object.values(weights).every((weight) => weight === 1) ? Object.keys(weights) : weights;

/** Numbers of the judge's sheet that are added up, and how often each counts. */
export const MarkFieldsProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const { workflow, surroundings, isBroken } = useDesk();
  const own = [...path, 'fields'];
  const [value, set] = useProperty(own);
  const weights = weightsOf(value);
  const parts = surroundings.sheets?.[String(at(workflow, [...path, 'form']))] ?? [];
  const numbers = parts.filter(({ type }) => type === 'integer' || type === 'number');
  return (
    <Property path={own} label={t('contest.mark-fields')} help={t('contest.mark-fields-help')}>
      {withUnknown(numbers, Object.keys(weights)).map(({ value: name, label }) => (
        <div className="entry-row" key={name}>
          <Checkbox
            className="mark-field"
            disabled={isBroken}
            checked={weights[name] !== undefined}
            onChange={({ target }) => {
              const rest = Object.fromEntries(Object.entries(weights).filter(([key]) => key !== name));
              set(written(target.checked ? { ...weights, [name]: 1 } : rest));
            }}
          >
            {label}
          </Checkbox>
          <InputNumber
            size="small"
            aria-label={`${label} · ${t('contest.mark-weight')}`}
            prefix="×"
            min={0}
            max={1_000_000}
            disabled={isBroken || weights[name] === undefined}
            value={weights[name] ?? null}
            onChange={(next) => {
              if (next !== null) set(written({ ...weights, [name]: next }));
            }}
          />
        </div>
      ))}
      {numbers.length === 0 ? <p className="property-help">{t('contest.mark-fields-none')}</p> : null}
    </Property>
  );
};
