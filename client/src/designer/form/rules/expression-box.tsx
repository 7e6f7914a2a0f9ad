import { FunctionOutlined } from '@ant-design/icons';
import { Button, Input, Popover, type GetRef } from 'antd';
import { useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { environmentFor, type Place } from '#engine/environment.ts';
import { compile } from '#engine/expression.ts';
import type { ValueType } from '#engine/expression-type.ts';
import { useModel } from '../use-model.ts';
import { FormulaHelp } from './formula-help.tsx';

interface Props {
  label: string;
  value: string;
  place: Place;
  expected?: readonly ValueType['is'][] | undefined;
  onChange: (value: string) => void;
}

/** An expression with what is wrong with it below, and help that knows the fields. Nothing is judged before it is written. */
export const ExpressionBox = ({ label, value, place, expected, onChange }: Props) => {
  const { t, i18n } = useTranslation();
  const id = useId();
  const model = useModel();
  const box = useRef<GetRef<typeof Input.TextArea>>(null);
  const [helping, setHelping] = useState(false);
  const problems = useMemo(() => {
    if (value.trim() === '') return [];
    const compiled = compile(value, environmentFor(model, place), expected);
    return compiled.ok ? compiled.warnings : compiled.problems;
  }, [value, model, place, expected]);
  const insert = (text: string): void => {
    const area = box.current?.resizableTextArea?.textArea;
    const [from, to] = [area?.selectionStart ?? value.length, area?.selectionEnd ?? value.length];
    onChange(value.slice(0, from) + text + value.slice(to));
    setHelping(false);
    area?.focus();
  };
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return (
    <div className="designer-labelled">
      <div className="designer-label-line">
        <label htmlFor={id}>{label}</label>
        <Popover
          open={helping}
          onOpenChange={setHelping}
          trigger="click"
          placement="leftTop"
          content={<FormulaHelp model={model} place={place} onInsert={insert} />}
        >
          <Button size="small" type="link" icon={<FunctionOutlined />}>
            {t('form-designer.formula-help')}
          </Button>
        </Popover>
      </div>
      <Input.TextArea
        ref={box}
        id={id}
        className="designer-mono"
        autoSize={{ minRows: 1, maxRows: 8 }}
        spellCheck={false}
        value={value}
        status={problems.length > 0 ? 'warning' : ''}
        aria-describedby={`${id}-said`}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <div id={`${id}-said`} className="problem-error" aria-live="polite">
        {problems.slice(0, 3).map((problem) => (
          <div key={`${String(problem.from)}${problem.code}`}>
            {value.slice(problem.from, problem.to) === '' ? '' : `“${value.slice(problem.from, problem.to)}” `}
            {problem.message[language]}
            {problem.suggestion === undefined ? '' : ` → ${problem.suggestion}`}
          </div>
        ))}
      </div>
    </div>
  );
};
