import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { at, type Path } from '../../yaml/read-yaml.ts';
import { freshKey } from '../commands/fresh-key.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk } from '../desk-context.ts';
import { KeysProperty } from '../inputs/keys.tsx';
import { LocalTextProperty } from '../inputs/local-text.tsx';
import { Property } from '../inputs/property.tsx';
import { YesNoProperty } from '../inputs/yes-no.tsx';
import { actorChoices, keysAt, titleOf } from '../names.ts';
import { JudgedTaskProperty } from './judged-task.tsx';

/** What waits for somebody in this state, and whether one person takes it. */
export const TasksProperty = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const own = [...path, 'tasks'];
  const keys = keysAt(desk.workflow, own);
  const actors = actorChoices(desk);
  return (
    <Property path={own} label={t('workflow.tasks')} help={t('workflow.tasks-help')} isGroup>
      {keys.map((key) => {
        const title = titleOf(at(desk.workflow, [...own, key, 'title']), desk.language, key);
        return (
          <fieldset className="entry" key={key}>
            <legend className="sr-only">{title}</legend>
            <div className="entry-tools">
              <code>{key}</code>
              <Button
                size="small"
                type="text"
                danger
                icon={<DeleteOutlined />}
                aria-label={t('workflow.remove', { name: title })}
                disabled={desk.isBroken}
                onClick={() => {
                  desk.run(setProperty([...own, key], undefined));
                }}
              />
            </div>
            <LocalTextProperty path={[...own, key, 'title']} label={t('workflow.title')} />
            <KeysProperty path={[...own, key, 'actors']} label={t('workflow.task-actors')} choices={actors} />
            <YesNoProperty
              path={[...own, key, 'claim']}
              label={t('workflow.task-claim')}
              help={t('workflow.task-claim-help')}
            />
            <JudgedTaskProperty path={[...own, key]} />
          </fieldset>
        );
      })}
      <Button
        size="small"
        type="dashed"
        icon={<PlusOutlined />}
        disabled={desk.isBroken || actors.length === 0}
        onClick={() => {
          const fresh = { actors: [actors.at(-1)?.value ?? ''], claim: true };
          desk.run(setProperty([...own, freshKey('review', keys)], fresh));
        }}
      >
        {t('workflow.add', { name: t('workflow.task') })}
      </Button>
    </Property>
  );
};
