import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONTEST_EVENTS } from '#contract/definition/gather.ts';
import { ACTION_KINDS, type ActionKind } from '#contract/definition/workflow.ts';
import { addAction } from '../commands/add-action.ts';
import { freshKey } from '../commands/fresh-key.ts';
import { useDesk } from '../desk-context.ts';
import { useEventName } from '../use-event-name.ts';
import { actorChoices, deadlineChoices, keysAt, stateChoices } from '../names.ts';
import { AddDialog } from './add-dialog.tsx';
import { typedWords } from './local-words.ts';
import { isKeyFit, KeyField } from './title-and-key.tsx';

const EVENT = 'event';

const partsOf = (event: string): [string, string] => {
  const [kind = '', which = ''] = event.slice(1).split('.');
  return [kind, which];
};

/** What an action of a kind has by itself. */
const bodyOf = (kind: ActionKind): Record<string, unknown> => {
  if (kind === 'return') return { comment: 'required', give: 'P3D' };
  return kind === 'zero' || kind === 'reopen' || kind === 'reject' ? { comment: 'required' } : {};
};

/** A new way out of a state: an action of people, or what happens by itself. */
export const AddActionDialog = ({ from, to, onClose }: { from: string; to?: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const eventName = useEventName();
  const taken = keysAt(desk.workflow, ['states', from, 'on']);
  const actors = actorChoices(desk);
  const states = stateChoices(desk);
  const events = [
    ...deadlineChoices(desk).flatMap(({ value, label }) => [
      { value: `@due.${value}`, label: t('workflow.event.due', { name: label }) },
      { value: `@late.${value}`, label: t('workflow.event.late', { name: label }) },
    ]),
    { value: '@tasks.done', label: t('workflow.event.tasks') },
    ...(keysAt(desk.workflow, ['ballots']).length === 0
      ? []
      : CONTEST_EVENTS.map((value) => ({ value, label: eventName(...partsOf(value)) }))),
  ].filter(({ value }) => !taken.includes(value));
  const [kind, setKind] = useState<ActionKind | typeof EVENT>(from === to ? 'act' : 'approve');
  const [title, setTitle] = useState('');
  const [key, setKey] = useState<string | null>(null);
  const [by, setBy] = useState<string[]>([]);
  const [event, setEvent] = useState<string | null>(events[0]?.value ?? null);
  const [target, setTarget] = useState<string | null>(to ?? states.find(({ value }) => value !== from)?.value ?? from);
  const isEvent = kind === EVENT;
  const name = isEvent ? event : (key ?? freshKey(kind, taken));
  const isFit = isEvent || (name !== null && isKeyFit(name, taken));
  const isReady = name !== null && isFit && target !== null && (isEvent || by.length > 0);
  const add = (): void => {
    if (!isReady) return;
    const words = typedWords(desk.surroundings.locales, title.trim() === '' ? t(`workflow.kind-word.${kind}`) : title);
    desk.run(addAction(from, name, isEvent ? { to: target } : { kind, title: words, by, to: target, ...bodyOf(kind) }));
  };
  return (
    <AddDialog
      title={t('workflow.add', { name: t('workflow.action') })}
      isReady={isReady}
      onAdd={add}
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <Form.Item label={t('workflow.kind')} htmlFor="new-action-kind">
            <Select
              id="new-action-kind"
              value={kind}
              options={[
                ...ACTION_KINDS.map((one) => ({ value: one, label: t(`workflow.kind.${one}`) })),
                { value: EVENT, label: t('workflow.kind.event') },
              ]}
              onChange={(next: string) => {
                setKind(next as ActionKind | typeof EVENT);
              }}
            />
          </Form.Item>
          {isEvent ? (
            <Form.Item label={t('workflow.event')} htmlFor="new-action-event">
              <Select id="new-action-event" value={event} options={events} onChange={setEvent} />
            </Form.Item>
          ) : (
            <>
              <Form.Item label={t('workflow.title')} htmlFor="new-action-title">
                <Input
                  id="new-action-title"
                  placeholder={t(`workflow.kind-word.${kind}`)}
                  value={title}
                  onChange={({ target: input }) => {
                    setTitle(input.value);
                  }}
                />
              </Form.Item>
              <Form.Item
                label={t('workflow.by')}
                htmlFor="new-action-by"
                required
                {...(isAsked && by.length === 0 ? { help: t('required'), validateStatus: 'error' as const } : {})}
              >
                <Select id="new-action-by" mode="multiple" value={by} options={actors} onChange={setBy} />
              </Form.Item>
              <KeyField id="new-action-key" value={name ?? ''} isFit={isFit} onChange={setKey} />
            </>
          )}
          <Form.Item label={t('workflow.to')} htmlFor="new-action-to">
            <Select id="new-action-to" value={target} options={states} onChange={setTarget} />
          </Form.Item>
        </>
      )}
    </AddDialog>
  );
};
