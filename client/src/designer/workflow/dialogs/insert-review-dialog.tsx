import { Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { freshKey } from '../commands/fresh-key.ts';
import { insertReview } from '../commands/insert-review.ts';
import { type Transition, transitionsOf } from '../commands/transitions.ts';
import { useDesk } from '../desk-context.ts';
import { DurationInput } from '../inputs/duration.tsx';
import { scopeOfWord, useScopeChoices } from '../inputs/scope-choices.ts';
import { actorChoices, keysAt, roleChoices, stateTitle, transitionTitle } from '../names.ts';
import { useEventName } from '../use-event-name.ts';
import { localWords } from './local-words.ts';

const NEW_ROLE = 'role:';
const KEY = /^[a-z][a-z0-9_]{0,62}$/;

/** "Insert a review here": one gesture that makes a whole state with its deadline, task, approval and return. */
export const InsertReviewDialog = ({ transition, onClose }: { transition: Transition; onClose: () => void }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const eventName = useEventName();
  const { workflow, surroundings, run } = desk;
  const taken = [...keysAt(workflow, ['states']), ...keysAt(workflow, ['deadlines'])];
  const [title, setTitle] = useState(t('workflow.review-title'));
  const [key, setKey] = useState(freshKey('extra_review', taken));
  const [reviewer, setReviewer] = useState<string | null>(null);
  const [scope, setScope] = useState('programme');
  const scopes = useScopeChoices();
  const [within, setWithin] = useState<string | undefined>('P5WD');
  const [isAlong, setIsAlong] = useState(true);
  const { from, to, name, index } = transition;
  const parallel = transitionsOf(workflow).filter(
    (way) => way.from === from && way.to === to && !(way.name === name && way.index === index),
  );
  const isKeyFit = KEY.test(key) && !taken.includes(key);
  const isReady = reviewer !== null && isKeyFit && title.trim() !== '';
  const insert = (): void => {
    if (reviewer === null || !isReady) return;
    const role = reviewer.startsWith(NEW_ROLE) ? reviewer.slice(NEW_ROLE.length) : null;
    const actor = role === null ? reviewer : freshKey(`${key}er`, keysAt(workflow, ['actors']));
    const words = (of: string): unknown => localWords(surroundings.locales, of);
    run(
      insertReview({
        transition,
        along: isAlong ? parallel : [],
        key,
        reviewer: actor,
        ...(role === null ? {} : { actor: { role, scope: scopeOfWord(scope) } }),
        ...(within === undefined ? {} : { within }),
        words: {
          title:
            surroundings.locales.length > 1 ? { [surroundings.locales[0] ?? 'zh-CN']: title.trim() } : title.trim(),
          approve: words('workflow.kind-word.approve'),
          giveBack: words('workflow.kind-word.return'),
          reason: words('workflow.reason-incomplete'),
        },
      }),
    );
    onClose();
  };
  return (
    <Modal
      open
      title={t('workflow.insert-title', {
        from: stateTitle(desk, transition.from),
        to: stateTitle(desk, transition.to),
      })}
      okText={t('workflow.insert')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !isReady }}
      onOk={insert}
      onCancel={onClose}
    >
      <p className="property-help">{t('workflow.insert-help')}</p>
      <Form layout="vertical">
        <Form.Item label={t('workflow.state-title')} htmlFor="review-title" required>
          <Input
            id="review-title"
            autoFocus
            value={title}
            onChange={({ target }) => {
              setTitle(target.value);
            }}
          />
        </Form.Item>
        <Form.Item label={t('workflow.reviewer')} htmlFor="review-by" required>
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
        {reviewer?.startsWith(NEW_ROLE) === true ? (
          <Form.Item label={t('workflow.scope')} htmlFor="review-scope" extra={t('workflow.scope-help')}>
            <Select id="review-scope" value={scope} options={scopes} onChange={setScope} />
          </Form.Item>
        ) : null}
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
        <Form.Item
          label={t('workflow.key')}
          htmlFor="review-key"
          help={isKeyFit ? t('workflow.key-permanent') : t('workflow.key-rule')}
          {...(isKeyFit ? {} : { validateStatus: 'error' as const })}
        >
          <Input
            id="review-key"
            className="code"
            value={key}
            onChange={({ target }) => {
              setKey(target.value);
            }}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
};
