import { Checkbox, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { at } from '../../yaml/read-yaml.ts';
import { freshKey } from '../commands/fresh-key.ts';
import { insertReview } from '../commands/insert-review.ts';
import { type Transition, transitionsOf } from '../commands/transitions.ts';
import { useDesk } from '../desk-context.ts';
import { DurationInput } from '../inputs/duration.tsx';
import { scopeOfWord, useScopeChoices } from '../inputs/scope-choices.ts';
import { actorChoices, keysAt, roleChoices, roleTitle, stateTitle, transitionTitle } from '../names.ts';
import { useEventName } from '../use-event-name.ts';
import { AddDialog } from './add-dialog.tsx';
import { localWords, typedWords } from './local-words.ts';
import { isKeyFit, KeyField, TitleField } from './title-and-key.tsx';

const NEW_ROLE = 'role:';

/** "Insert a review here": one gesture that makes a whole state with its deadline, task, approval and return. */
export const InsertReviewDialog = ({ transition, onClose }: { transition: Transition; onClose: () => void }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const eventName = useEventName();
  const { workflow, surroundings, run } = desk;
  const { locales, programme } = surroundings;
  const taken = [...keysAt(workflow, ['states']), ...keysAt(workflow, ['deadlines'])];
  const [title, setTitle] = useState(t('workflow.review-title'));
  const [key, setKey] = useState(freshKey('extra_review', taken));
  const [reviewer, setReviewer] = useState<string | null>(null);
  const [scope, setScope] = useState('programme');
  const scopes = useScopeChoices();
  // Working days mean something only where there is a calendar that says which they are.
  const [within, setWithin] = useState<string | undefined>(at(programme, ['calendar']) === undefined ? 'P7D' : 'P5WD');
  const [isAlong, setIsAlong] = useState(true);
  const { from, to, name, index } = transition;
  const parallel = transitionsOf(workflow).filter(
    (way) => way.from === from && way.to === to && !(way.name === name && way.index === index),
  );
  const role = reviewer?.startsWith(NEW_ROLE) === true ? reviewer.slice(NEW_ROLE.length) : null;
  const isFit = isKeyFit(key, taken);
  const isTitled = title.trim() !== '';
  const newActor = (of: string): { title: unknown; role: string; scope: unknown } => {
    const called = t('workflow.reviewer-of', { role: roleTitle(desk, of), state: title.trim() });
    return { title: typedWords(locales, called), role: of, scope: scopeOfWord(scope) };
  };
  const insert = (): void => {
    if (reviewer === null) return;
    const words = (of: string): unknown => localWords(locales, of);
    run(
      insertReview({
        transition,
        along: isAlong ? parallel : [],
        key,
        reviewer: role === null ? reviewer : freshKey('reviewer', keysAt(workflow, ['actors'])),
        ...(role === null ? {} : { actor: newActor(role) }),
        ...(within === undefined ? {} : { within }),
        words: {
          title: typedWords(locales, title),
          approve: words('workflow.kind-word.approve'),
          giveBack: words('workflow.kind-word.return'),
          reason: words('workflow.reason-incomplete'),
        },
      }),
    );
  };
  return (
    <AddDialog
      title={t('workflow.insert-title', { from: stateTitle(desk, from), to: stateTitle(desk, to) })}
      okText={t('workflow.insert')}
      help={t('workflow.insert-help')}
      isReady={reviewer !== null && isFit && isTitled}
      onAdd={insert}
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <TitleField
            id="review-title"
            label={t('workflow.state-title')}
            value={title}
            isMissing={isAsked && !isTitled}
            onChange={setTitle}
          />
          <Form.Item
            label={t('workflow.reviewer')}
            htmlFor="review-by"
            required
            {...(isAsked && reviewer === null ? { help: t('required'), validateStatus: 'error' as const } : {})}
          >
            <Select
              id="review-by"
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('workflow.choose')}
              value={reviewer}
              onChange={setReviewer}
              options={[
                { label: t('workflow.actors'), options: actorChoices(desk) },
                {
                  label: t('workflow.new-actor'),
                  options: roleChoices(desk).map(({ value, label }) => ({ value: NEW_ROLE + value, label })),
                },
              ]}
            />
          </Form.Item>
          {role === null ? null : (
            <Form.Item label={t('workflow.scope')} htmlFor="review-scope" extra={t('workflow.scope-help')}>
              <Select
                id="review-scope"
                showSearch={{ optionFilterProp: 'label' }}
                value={scope}
                options={scopes}
                onChange={setScope}
              />
            </Form.Item>
          )}
          {parallel.length === 0 ? null : (
            <Form.Item>
              <Checkbox
                checked={isAlong}
                onChange={({ target }) => {
                  setIsAlong(target.checked);
                }}
              >
                {t('workflow.insert-along', {
                  names: parallel
                    .map((way) => transitionTitle(desk, { state: way.from, name: way.name, eventName }))
                    .join(t('workflow.comma')),
                })}
              </Checkbox>
            </Form.Item>
          )}
          <Form.Item label={t('workflow.review-within')}>
            <DurationInput label={t('workflow.review-within')} value={within} onChange={setWithin} />
          </Form.Item>
          <KeyField id="review-key" value={key} isFit={isFit} onChange={setKey} />
        </>
      )}
    </AddDialog>
  );
};
