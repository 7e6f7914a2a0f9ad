import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addOptionLines, readOptionLines } from '../commands/option-lines.ts';
import { addOption, nextCode, optionsOf } from '../commands/options.ts';
import { fieldAt } from '../place.ts';
import { useSurroundings } from '../use-design.ts';
import { OptionRow } from './option-row.tsx';
import type { PropertyEntry, PropertyProps } from './property-entry.ts';

const PasteDialog = ({ change, onClose }: Pick<PropertyProps, 'change'> & { onClose: () => void }) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const lines = readOptionLines(text);
  return (
    <Modal
      open
      title={t('form-designer.options-paste')}
      okText={t('form-designer.options-paste-ok', { count: lines.length })}
      okButtonProps={{ disabled: lines.length === 0 }}
      onCancel={onClose}
      onOk={() => {
        change(null, (field) => addOptionLines(field, lines));
        onClose();
      }}
    >
      <p className="quiet">{t('form-designer.options-paste-help')}</p>
      <Input.TextArea
        aria-label={t('form-designer.options-paste')}
        autoSize={{ minRows: 6, maxRows: 14 }}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
    </Modal>
  );
};

/** The list of choices. What was published keeps its code for good and is put out of use instead of taken away. */
const OptionsEditor = (props: PropertyProps) => {
  const { t } = useTranslation();
  const { path, field, change } = props;
  const { published } = useSurroundings();
  const [pasting, setPasting] = useState(false);
  const options = optionsOf(field);
  const before = published === null ? undefined : fieldAt(published, path);
  const codes = new Set(before === undefined ? [] : optionsOf(before).map((option) => option.const));
  return (
    <fieldset className="designer-list">
      <legend>{t('form-designer.options')}</legend>
      <ol className="designer-options">
        {options.map((option, index) => (
          <OptionRow
            key={index}
            {...props}
            option={option}
            index={index}
            count={options.length}
            isPublished={codes.has(option.const)}
          />
        ))}
      </ol>
      <div className="designer-buttons">
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => {
            change(null, (one) => {
              const now = optionsOf(one);
              const code = nextCode(now, [...codes]);
              return addOption(one, { const: code, title: t('form-designer.option-new', { n: now.length + 1 }) });
            });
          }}
        >
          {t('form-designer.option-add')}
        </Button>
        <Button
          size="small"
          onClick={() => {
            setPasting(true);
          }}
        >
          {t('form-designer.options-paste')}
        </Button>
      </div>
      {pasting ? (
        <PasteDialog
          change={change}
          onClose={() => {
            setPasting(false);
          }}
        />
      ) : null}
    </fieldset>
  );
};

export const optionsProperty: PropertyEntry = {
  name: 'options',
  section: 'basic',
  title: { 'zh-CN': '选项', en: 'Options' },
  keywords: ['oneOf', 'items', 'enum'],
  Editor: OptionsEditor,
  applies: (field) => optionsOf(field).length > 0,
};
