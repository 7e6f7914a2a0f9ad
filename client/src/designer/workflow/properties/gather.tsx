import { Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { at } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk } from '../desk-context.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { ExpressionProperty } from '../inputs/expression.tsx';
import { Property } from '../inputs/property.tsx';
import { WordProperty } from '../inputs/word.tsx';

const PATH = ['gather'] as const;

/** The workflow whose cases this one's cases hold. */
export const GatherProperty = () => {
  const { t } = useTranslation();
  const desk = useDesk();
  const isOn = at(desk.workflow, PATH) !== undefined;
  const others = (desk.surroundings.workflows ?? []).filter(({ value }) => value !== at(desk.workflow, ['key']));
  return (
    <>
      <Property path={PATH} label={t('workflow.gather')} help={t('workflow.gather-help')} isGroup>
        <Switch
          aria-label={t('workflow.gather')}
          disabled={desk.isBroken || (!isOn && others.length === 0)}
          checked={isOn}
          onChange={(on) => {
            desk.run(setProperty(PATH, on ? { workflow: others[0]?.value ?? '', as: 'entries' } : undefined));
          }}
        />
      </Property>
      {isOn ? (
        <div className="entry">
          <ChoiceProperty path={[...PATH, 'workflow']} label={t('workflow.gather-workflow')} choices={others} />
          <ExpressionProperty path={[...PATH, 'where']} label={t('workflow.gather-where')} place="gather" />
          <WordProperty path={[...PATH, 'as']} label={t('workflow.gather-as')} />
        </div>
      ) : null}
    </>
  );
};
