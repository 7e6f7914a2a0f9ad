import { Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { at, type Path } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk } from '../desk-context.ts';
import { KeysProperty } from '../inputs/keys.tsx';
import { Property } from '../inputs/property.tsx';
import { actorChoices } from '../names.ts';
import { ReasonWishProperty } from './reason-wish.tsx';

/** Something that certain actors may do in any state: filling in for an organisation, or exempting it. */
export const ByWhomProperty = ({ path, label, help }: { path: Path; label: string; help: string }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const isOn = at(desk.workflow, path) !== undefined;
  const actors = actorChoices(desk);
  return (
    <>
      <Property path={path} label={label} help={help} isGroup>
        <Switch
          aria-label={label}
          disabled={desk.isBroken || actors.length === 0}
          checked={isOn}
          onChange={(on) => {
            desk.run(
              setProperty(
                path,
                on ? { by: actors.slice(-1).map(({ value }) => value), reason: 'required' } : undefined,
              ),
            );
          }}
        />
      </Property>
      {isOn ? (
        <div className="entry">
          <KeysProperty path={[...path, 'by']} label={t('workflow.by')} choices={actors} />
          <ReasonWishProperty path={path} />
        </div>
      ) : null}
    </>
  );
};
