import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { at } from '../../yaml/read-yaml.ts';
import { transitionsOf } from '../commands/transitions.ts';
import { useDesk } from '../desk-context.ts';
import { AddStateDialog } from '../dialogs/add-state-dialog.tsx';
import { actorTitle, deadlineTitle, keysAt, stateTitle, transitionTitle, wordsAt } from '../names.ts';
import { useEventName } from '../use-event-name.ts';
import { OutlineEntry } from './entry.tsx';

/** The states with the ways out of each: the picture in words, for the keyboard and for those who listen. */
export const OutlineStates = () => {
  const { t } = useTranslation();
  const desk = useDesk();
  const eventName = useEventName();
  const [adding, setAdding] = useState(false);
  const transitions = transitionsOf(desk.workflow);
  const initial = at(desk.workflow, ['initial']);
  return (
    <section aria-labelledby="outline-states">
      <div className="outline-heading">
        <h2 id="outline-states">{t('workflow.states')}</h2>
        <Button
          size="small"
          type="text"
          icon={<PlusOutlined />}
          disabled={desk.isBroken}
          aria-label={t('workflow.add', { name: t('workflow.state') })}
          onClick={() => {
            setAdding(true);
          }}
        />
      </div>
      <ol className="outline-list">
        {keysAt(desk.workflow, ['states']).map((state) => {
          const final = at(desk.workflow, ['states', state, 'final']);
          const deadlines = wordsAt(desk.workflow, ['states', state, 'deadline']);
          return (
            <li key={state}>
              <OutlineEntry
                path={['states', state]}
                except={[['states', state, 'on']]}
                title={stateTitle(desk, state)}
                mark={state === initial ? '▶' : final === undefined ? null : '■'}
                detail={[
                  state === initial ? t('workflow.initial-short') : '',
                  typeof final === 'string' ? t('workflow.final-short') : '',
                  ...deadlines.map((key) => deadlineTitle(desk, key)),
                ]
                  .filter((word) => word !== '')
                  .join(' · ')}
              />
              <ul className="outline-list">
                {keysAt(desk.workflow, ['states', state, 'on']).map((name) => {
                  const to = transitions.filter((one) => one.from === state && one.name === name);
                  const by = wordsAt(desk.workflow, ['states', state, 'on', name, 'by']);
                  return (
                    <li key={name}>
                      <OutlineEntry
                        path={['states', state, 'on', name]}
                        title={`${transitionTitle(desk, { state, name, eventName })} → ${to
                          .map((one) => stateTitle(desk, one.to))
                          .join(t('workflow.or'))}`}
                        detail={by.map((actor) => actorTitle(desk, actor)).join(t('workflow.comma'))}
                      />
                    </li>
                  );
                })}
              </ul>
            </li>
          );
        })}
      </ol>
      {adding ? (
        <AddStateDialog
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
    </section>
  );
};
