import {
  ArrowDownOutlined,
  ArrowLeftOutlined,
  ArrowRightOutlined,
  ArrowUpOutlined,
  CopyOutlined,
  DeleteOutlined,
  EyeInvisibleOutlined,
  SafetyOutlined,
} from '@ant-design/icons';
import { useDraggable } from '@dnd-kit/core';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '#contract/definition/field.ts';
import { textIn } from '#contract/text.ts';
import { kindEntryOf } from '../kinds/registry.ts';
import { titleOf } from '../names.ts';
import { Sketch } from './look.tsx';
import { useCanvas } from './use-canvas.ts';

export interface CardProps {
  /** The dotted path. */
  id: string;
  field: Field;
  required: boolean;
  /** Something decides whether it shows or is asked for. */
  conditional: boolean;
  selected: boolean;
  problem: 'error' | 'warning' | null;
  /** Columns of a roster stand side by side. */
  isColumn?: boolean;
  isWide?: boolean;
  children?: ReactNode;
}

const keyOf = (id: string): string => id.slice(id.lastIndexOf('.') + 1);

/** What can be done to the chosen field, for those who do not drag. */
const Tools = ({ id, name, isColumn }: { id: string; name: string; isColumn: boolean }) => {
  const { t } = useTranslation();
  const { nudge, duplicate, remove } = useCanvas();
  const tools = [
    { word: 'move-up', icon: isColumn ? <ArrowLeftOutlined /> : <ArrowUpOutlined />, act: () => nudge(id, -1) },
    { word: 'move-down', icon: isColumn ? <ArrowRightOutlined /> : <ArrowDownOutlined />, act: () => nudge(id, 1) },
    { word: 'duplicate', icon: <CopyOutlined />, act: () => duplicate(id) },
    { word: 'remove', icon: <DeleteOutlined />, act: () => remove(id) },
  ];
  return (
    <span className="card-tools">
      {tools.map(({ word, icon, act }) => (
        <button
          key={word}
          type="button"
          title={t(`form-designer.${word}`)}
          aria-label={t('form-designer.of', { what: t(`form-designer.${word}`), name })}
          onClick={act}
        >
          {icon}
        </button>
      ))}
    </span>
  );
};

const classOf = ({ selected, problem, isColumn = false, isWide = false, field }: CardProps): string =>
  [
    'card',
    isColumn ? 'card-column' : '',
    isWide ? 'wide' : '',
    selected ? 'card-selected' : '',
    problem === null ? '' : `card-${problem}`,
    kindEntryOf(field).look === 'roster' || kindEntryOf(field).look === 'group' ? 'card-group' : '',
  ]
    .filter((one) => one !== '')
    .join(' ');

/** One field on the sheet: seen, chosen, dragged. Drawn again only when something of it changed. */
export const Card = memo((props: CardProps) => {
  const { id, field, required, conditional, selected, isColumn = false, children } = props;
  const { t, i18n } = useTranslation();
  const { select } = useCanvas();
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: `field:${id}` });
  const entry = kindEntryOf(field);
  const name = titleOf(field, keyOf(id), i18n.language);
  const help = textIn(field['x-help'], i18n.language);
  return (
    <div className={classOf(props)} data-field={id} data-flow={isColumn ? 'column' : 'field'} data-dragged={isDragging}>
      <button
        type="button"
        ref={setNodeRef}
        {...listeners}
        className="card-face"
        data-card={id}
        aria-pressed={selected}
        onClick={(event) => {
          select(id, event.ctrlKey || event.metaKey || event.shiftKey);
        }}
      >
        <span className="card-title">
          <span className="card-icon" title={textIn(entry.title, i18n.language)}>
            {entry.icon}
          </span>
          <span>{name}</span>
          {required ? (
            <span className="field-required" title={t('form-designer.required')}>
              *
            </span>
          ) : null}
          {conditional ? <EyeInvisibleOutlined title={t('form-designer.has-condition')} /> : null}
          {field['x-pii'] === undefined ? null : <SafetyOutlined title={t('form-designer.privacy')} />}
        </span>
        <Sketch field={field} locale={i18n.language} />
        {help === '' ? null : <span className="quiet card-help">{help}</span>}
      </button>
      {selected ? <Tools id={id} name={name} isColumn={isColumn} /> : null}
      {children}
    </div>
  );
});
Card.displayName = 'Card';
