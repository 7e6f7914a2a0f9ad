import { FunctionOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Path } from '../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../desk-context.ts';
import { EXAMPLES, type ExpressionPlace, namesFor } from './expression-names.ts';
import { Property } from './property.tsx';

interface Props {
  path: Path;
  label: string;
  help?: string;
  place: ExpressionPlace;
}

const NameList = ({ place, onTake }: { place: ExpressionPlace; onTake: (name: string) => void }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <div className="expression-names">
      <ul>
        {namesFor(desk, place).map(({ name, title, text }) => (
          <li key={name}>
            <button
              type="button"
              onClick={() => {
                onTake(name);
              }}
            >
              <code>{name}</code> <span>{title ?? t(text ?? name)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="quiet">{t('workflow.operators')}</p>
      <div className="expression-examples">
        {EXAMPLES.map((example) => (
          <Button
            key={example}
            size="small"
            onClick={() => {
              onTake(example);
            }}
          >
            <code>{example.trim()}</code>
          </Button>
        ))}
      </div>
    </div>
  );
};

/** A condition or a formula as text, with the names that it may use at hand; lint tells below what is wrong with it. */
export const ExpressionProperty = ({ path, label, help, place }: Props) => {
  const { t } = useTranslation();
  const { isBroken } = useDesk();
  const [value, set] = useProperty(path);
  const [open, setOpen] = useState(false);
  const caret = useRef<number | null>(null);
  const text = typeof value === 'string' ? value : '';
  const take = (name: string): void => {
    const place = caret.current ?? text.length;
    set(text.slice(0, place) + name + text.slice(place));
    caret.current = place + name.length;
  };
  return (
    <Property path={path} label={label} help={help}>
      {(id) => (
        <div className="expression">
          <Input.TextArea
            id={id}
            className="code"
            spellCheck={false}
            autoSize={{ minRows: 1, maxRows: 6 }}
            maxLength={1000}
            disabled={isBroken}
            value={text}
            onChange={({ target }) => {
              caret.current = target.selectionStart;
              set(target.value.replaceAll('\n', ' '));
            }}
            onBlur={({ target }) => {
              caret.current = target.selectionStart;
            }}
          />
          <Popover
            trigger="click"
            placement="bottomRight"
            open={open}
            onOpenChange={setOpen}
            content={<NameList place={place} onTake={take} />}
          >
            <Button icon={<FunctionOutlined />} aria-label={`${label} · ${t('workflow.names')}`} disabled={isBroken} />
          </Popover>
        </div>
      )}
    </Property>
  );
};
