import { Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { at, type Path } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk } from '../desk-context.ts';
import { DurationProperty } from '../inputs/duration.tsx';
import { KeysProperty } from '../inputs/keys.tsx';
import { Property } from '../inputs/property.tsx';
import { actorChoices } from '../names.ts';
import { ReasonWishProperty } from './reason-wish.tsx';

/** Whether somebody may grant more time, who, and how much at most. */
export const ExtensionProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const own = [...path, 'extension'];
  const isOn = at(desk.workflow, own) !== undefined;
  const actors = actorChoices(desk);
  return (
    <>
      <Property path={own} label={t('workflow.extension')} isGroup>
        <Switch
          aria-label={t('workflow.extension')}
          disabled={desk.isBroken || actors.length === 0}
          checked={isOn}
          onChange={(on) => {
            desk.run(setProperty(own, on ? { by: actors.at(-1)?.value, max: 'P7D', reason: 'required' } : undefined));
          }}
        />
      </Property>
      {isOn ? (
        <div className="entry">
          <KeysProperty path={[...own, 'by']} label={t('workflow.extension-by')} choices={actors} isWordAllowed />
          <DurationProperty path={[...own, 'max']} label={t('workflow.extension-max')} />
          <ReasonWishProperty path={own} />
        </div>
      ) : null}
    </>
  );
};
