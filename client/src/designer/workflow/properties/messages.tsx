import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { at } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk } from '../desk-context.ts';
import { LocalTextProperty } from '../inputs/local-text.tsx';
import { Property } from '../inputs/property.tsx';
import { deadlineChoices, keysAt, stateChoices, titleOf, wordsAt } from '../names.ts';

const PATH = ['messages'] as const;

/** All events that a notice can be about, with their names for readers. */
const useTemplates = (): { value: string; label: string }[] => {
  const { t } = useTranslation();
  const desk = useDesk();
  const actions = keysAt(desk.workflow, ['states']).flatMap((state) =>
    keysAt(desk.workflow, ['states', state, 'on'])
      .filter((name) => !name.startsWith('@'))
      .map((name) => ({
        value: name,
        label: titleOf(at(desk.workflow, ['states', state, 'on', name, 'title']), desk.language, name),
      })),
  );
  const all = [
    { value: '@open', label: t('workflow.notice.open') },
    ...actions,
    ...stateChoices(desk).map(({ value, label }) => ({
      value: `@enter.${value}`,
      label: t('workflow.notice.enter', { name: label }),
    })),
    ...deadlineChoices(desk).flatMap(({ value, label }) => [
      { value: `@remind.${value}`, label: t('workflow.notice.remind', { name: label }) },
      { value: `@escalate.${value}`, label: t('workflow.notice.escalate', { name: label }) },
      { value: `@extended.${value}`, label: t('workflow.notice.extended', { name: label }) },
      { value: `@changed.${value}`, label: t('workflow.notice.changed', { name: label }) },
    ]),
    { value: '@exempted', label: t('workflow.notice.exempted') },
    { value: '@cancelled', label: t('workflow.notice.cancelled') },
    ...wordsAt(desk.workflow, ['settle', 'on_fail', 'mark']).flatMap((mark) => [
      { value: `@mark-set.${mark}`, label: t('workflow.notice.mark-set') },
      { value: `@mark-cleared.${mark}`, label: t('workflow.notice.mark-cleared') },
    ]),
  ];
  return all.filter(({ value }, n) => all.findIndex((one) => one.value === value) === n);
};

/** The words of notices; what has none of its own is told in standard words. */
export const MessagesProperty = () => {
  const { t } = useTranslation();
  const { workflow, run, isBroken, surroundings } = useDesk();
  const templates = useTemplates();
  const keys = keysAt(workflow, PATH);
  const labelOf = (key: string): string => templates.find(({ value }) => value === key)?.label ?? key;
  return (
    <Property path={PATH} label={t('workflow.messages')} help={t('workflow.messages-help')} isGroup>
      {keys.map((key) => (
        <fieldset className="entry" key={key}>
          <legend className="sr-only">{labelOf(key)}</legend>
          <div className="entry-tools">
            <code>{key}</code>
            <Button
              size="small"
              type="text"
              danger
              icon={<DeleteOutlined />}
              aria-label={t('workflow.remove', { name: labelOf(key) })}
              disabled={isBroken}
              onClick={() => {
                run(setProperty([...PATH, key], undefined));
              }}
            />
          </div>
          <LocalTextProperty path={[...PATH, key]} label={labelOf(key)} rows={2} />
        </fieldset>
      ))}
      <Select
        className="wide"
        size="small"
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('workflow.messages-add')}
        placeholder={t('workflow.messages-add')}
        disabled={isBroken}
        value={null}
        options={templates.filter(({ value }) => !keys.includes(value))}
        onChange={(key: string | null) => {
          if (key === null) return;
          const [first = 'zh-CN'] = surroundings.locales;
          run(setProperty([...PATH, key], { [first]: labelOf(key) }));
        }}
      />
    </Property>
  );
};
