import { Switch } from 'antd';
import type { ReactNode } from 'react';
import { at, type Path } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk } from '../desk-context.ts';
import { Property } from '../inputs/property.tsx';

interface Props {
  path: Path;
  label: string;
  help?: string;
  fresh: () => unknown;
  children: ReactNode;
}

/** Something that is there or not; where it is, it has properties of its own. */
export const Optional = ({ path, label, help, fresh, children }: Props) => {
  const { workflow, run, isBroken } = useDesk();
  const isOn = at(workflow, path) !== undefined;
  return (
    <>
      <Property path={path} label={label} help={help} isGroup>
        <Switch
          aria-label={label}
          disabled={isBroken}
          checked={isOn}
          onChange={(on) => {
            run(setProperty(path, on ? fresh() : undefined));
          }}
        />
      </Property>
      {isOn ? <div className="entry">{children}</div> : null}
    </>
  );
};
