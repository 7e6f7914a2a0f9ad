import { Input, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormModel, Place } from '#engine/environment.ts';
import { columnsOfRosters, namesOfPlace } from './names-of-place.ts';

interface Props {
  model: FormModel;
  place: Place;
  onInsert: (text: string) => void;
}

const MOST_SHOWN = 100;

const Choices = ({
  items,
  onInsert,
}: {
  items: { text: string; title: string }[];
  onInsert: (text: string) => void;
}) => (
  <ul className="designer-names">
    {items.slice(0, MOST_SHOWN).map(({ text, title }) => (
      <li key={text}>
        <button
          type="button"
          onClick={() => {
            onInsert(text);
          }}
        >
          <span>{title === '' ? text : title}</span>
          {title === '' ? null : <code>{text}</code>}
        </button>
      </li>
    ))}
  </ul>
);

const has = (text: string, typed: string): boolean => text.toLowerCase().includes(typed.trim().toLowerCase());

/** Fields, functions and what else may be named here: a click writes it into the formula. */
export const FormulaHelp = ({ model, place, onInsert }: Props) => {
  const { t, i18n } = useTranslation();
  const [typed, setTyped] = useState('');
  const names = namesOfPlace(model, place, i18n.language);
  const columns = columnsOfRosters(model, i18n.language);
  const isField = (group: string): boolean => group === 'form' || group === 'row';
  const found = <One extends { text: string; title: string }>(items: One[]): One[] =>
    items.filter(({ text, title }) => has(text, typed) || has(title, typed));
  const sums = columns
    .filter(({ isNumber }) => isNumber)
    .map(({ roster, column, title }) => ({
      text: `sum(form.${roster}.map(one, one.${column}))`,
      title: t('form-designer.sum-of', { title }),
    }));
  const counts = [...new Set(columns.map(({ roster }) => roster))].map((roster) => ({
    text: `form.${roster}.size()`,
    title: t('form-designer.count-of', { title: names.find(({ text }) => text === `form.${roster}`)?.title ?? roster }),
  }));
  const functions = ['has', 'if', 'all', 'exists', 'filter', 'size', 'contains', 'date'].map((name) => ({
    text: t(`form-designer.function.${name}.text`),
    title: t(`form-designer.function.${name}`),
  }));
  return (
    <div className="designer-formula-help">
      <Input
        size="small"
        allowClear
        aria-label={t('form-designer.search')}
        placeholder={t('form-designer.search')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
      <Tabs
        size="small"
        items={[
          {
            key: 'fields',
            label: t('form-designer.fields'),
            children: <Choices items={found(names.filter(({ group }) => isField(group)))} onInsert={onInsert} />,
          },
          {
            key: 'sums',
            label: t('form-designer.sums'),
            children: <Choices items={found([...sums, ...counts])} onInsert={onInsert} />,
          },
          {
            key: 'functions',
            label: t('form-designer.functions'),
            children: <Choices items={found(functions)} onInsert={onInsert} />,
          },
          {
            key: 'others',
            label: t('form-designer.others'),
            children: <Choices items={found(names.filter(({ group }) => !isField(group)))} onInsert={onInsert} />,
          },
        ]}
      />
    </div>
  );
};
