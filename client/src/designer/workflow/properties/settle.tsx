import { Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { at } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk } from '../desk-context.ts';
import { DurationProperty } from '../inputs/duration.tsx';
import { KeysProperty } from '../inputs/keys.tsx';
import { LocalTextProperty } from '../inputs/local-text.tsx';
import { Property } from '../inputs/property.tsx';
import { WordProperty } from '../inputs/word.tsx';
import { actorChoices } from '../names.ts';
import { RequirementsProperty } from './requirements.tsx';

const PATH = ['settle'] as const;

/** A rule over all of an organisation's cases, judged by itself after the last due day. */
export const SettleProperty = () => {
  const { t } = useTranslation();
  const desk = useDesk();
  const isOn = at(desk.workflow, PATH) !== undefined;
  const fresh = {
    after: 'P7D',
    require: [{ expr: 'series.submitted.size() >= 1', message: t('workflow.require-message-start') }],
    on_fail: { mark: 'not_met' },
  };
  return (
    <>
      <Property path={PATH} label={t('workflow.settle')} help={t('workflow.settle-help')} isGroup>
        <Switch
          aria-label={t('workflow.settle')}
          disabled={desk.isBroken}
          checked={isOn}
          onChange={(on) => {
            desk.run(setProperty(PATH, on ? fresh : undefined));
          }}
        />
      </Property>
      {isOn ? (
        <div className="entry">
          <DurationProperty path={[...PATH, 'after']} label={t('workflow.settle-after')} />
          <RequirementsProperty path={PATH} place="settle" />
          <WordProperty path={[...PATH, 'on_fail', 'mark']} label={t('workflow.mark')} help={t('workflow.mark-help')} />
          <LocalTextProperty path={[...PATH, 'on_fail', 'title']} label={t('workflow.mark-title')} />
          <KeysProperty
            path={[...PATH, 'on_fail', 'notify']}
            label={t('workflow.notify')}
            choices={actorChoices(desk)}
          />
        </div>
      ) : null}
    </>
  );
};
