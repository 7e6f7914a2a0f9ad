import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { at, type Path } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk } from '../desk-context.ts';
import type { ExpressionPlace } from './expression-names.ts';
import { ExpressionProperty } from './expression.tsx';
import { NumberProperty } from './number.tsx';

interface Props {
  path: Path;
  label: string;
  help?: string;
  place: ExpressionPlace;
  min?: number;
  max: number;
  digits?: number;
}

/** A number, or a formula that gives one, such as a parameter. */
export const NumberOrExpressionProperty = ({ path, label, help, place, min = 0, max, digits = 0 }: Props) => {
  const { t } = useTranslation();
  const { workflow, run, isBroken } = useDesk();
  const isFormula = typeof at(workflow, path) === 'string';
  const told = help === undefined ? {} : { help };
  return (
    <>
      {isFormula ? (
        <ExpressionProperty path={path} label={label} {...told} place={place} />
      ) : (
        <NumberProperty path={path} label={label} {...told} min={min} max={max} digits={digits} />
      )}
      <Segmented
        size="small"
        className="number-sort"
        aria-label={`${label} · ${t('workflow.number-sort')}`}
        disabled={isBroken}
        value={isFormula ? 'formula' : 'number'}
        options={(['number', 'formula'] as const).map((one) => ({
          value: one,
          label: t(`workflow.number-sort.${one}`),
        }))}
        onChange={(next) => {
          if ((next === 'formula') !== isFormula) run(setProperty(path, next === 'formula' ? String(min) : min));
        }}
      />
    </>
  );
};
