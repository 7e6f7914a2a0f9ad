import { Select } from 'antd';
import type { Path } from '../../yaml/read-yaml.ts';
import { type Choice, useDesk, useProperty } from '../desk-context.ts';
import { Property } from './property.tsx';

interface Props {
  path: Path;
  label: string;
  help?: string;
  choices: readonly Choice[];
  /** What holds where nothing is chosen; without it one must be chosen. */
  otherwise?: string;
}

const isNamed = (option: Choice | undefined, typed: string): boolean =>
  `${option?.label ?? ''} ${option?.value ?? ''}`.toLowerCase().includes(typed.toLowerCase());

/** What is written but not among the choices is shown as it is, so that it can be seen and changed. */
export const withUnknown = (choices: readonly Choice[], written: readonly string[]): Choice[] => [
  ...choices,
  ...written
    .filter((word) => choices.every(({ value }) => value !== word))
    .map((word) => ({ value: word, label: word })),
];

/** One of several. */
export const ChoiceProperty = ({ path, label, help, choices, otherwise }: Props) => {
  const { isBroken } = useDesk();
  const [value, set] = useProperty(path);
  const chosen = typeof value === 'string' ? value : null;
  return (
    <Property path={path} label={label} help={help}>
      {(id) => (
        <Select
          id={id}
          className="wide"
          aria-label={label}
          disabled={isBroken}
          allowClear={otherwise !== undefined}
          placeholder={otherwise}
          showSearch={{ filterOption: (typed, option) => isNamed(option, typed) }}
          value={chosen}
          options={withUnknown(choices, chosen === null ? [] : [chosen])}
          onChange={(next: string | null | undefined) => {
            set(next ?? undefined);
          }}
        />
      )}
    </Property>
  );
};
