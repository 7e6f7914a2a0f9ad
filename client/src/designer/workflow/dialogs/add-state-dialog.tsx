import { Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addState } from '../commands/add-state.ts';
import { freshKey } from '../commands/fresh-key.ts';
import { useDesk } from '../desk-context.ts';
import { keysAt, stateChoices } from '../names.ts';
import { AddDialog } from './add-dialog.tsx';
import { typedWords } from './local-words.ts';
import { isKeyFit, KeyField, TitleField } from './title-and-key.tsx';

/** A state that nothing leads to yet. */
export const AddStateDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const taken = keysAt(desk.workflow, ['states']);
  const [title, setTitle] = useState('');
  const [key, setKey] = useState(freshKey('state', taken));
  const [after, setAfter] = useState<string | null>(taken.at(-1) ?? null);
  const isFit = isKeyFit(key, taken);
  const isTitled = title.trim() !== '';
  return (
    <AddDialog
      title={t('workflow.add', { name: t('workflow.state') })}
      help={t('workflow.add-state-help')}
      isReady={isFit && isTitled}
      onAdd={() => {
        desk.run(addState({ key, title: typedWords(desk.surroundings.locales, title), after }));
      }}
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <TitleField
            id="state-title"
            label={t('workflow.title')}
            value={title}
            isMissing={isAsked && !isTitled}
            onChange={setTitle}
          />
          <Form.Item label={t('workflow.state-after')} htmlFor="state-after">
            <Select id="state-after" value={after} options={stateChoices(desk)} onChange={setAfter} />
          </Form.Item>
          <KeyField id="state-key" value={key} isFit={isFit} onChange={setKey} />
        </>
      )}
    </AddDialog>
  );
};
