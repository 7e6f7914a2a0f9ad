import type { ReactElement, ReactNode } from 'react';
import { CardInput } from './card-input.tsx';
import { sentencesOf, worstSeverity } from './cell-notes.ts';
import type { GridColumn } from './column.ts';
import { Icon } from './icon.tsx';
import type { Notes } from './notes.ts';
import type { CellContext } from './read-cell.ts';
import { isEmpty, type GridRow } from './row.ts';
import { shownText } from './show-cell.ts';

interface CardFieldProps {
  readonly id: string;
  readonly row: GridRow;
  readonly column: GridColumn;
  readonly context: CellContext;
  readonly notes: Notes;
  readonly canType: boolean;
  readonly hidden: boolean;
  /** What the host draws for this cell, if anything. */
  readonly drawn: ReactNode;
  readonly onKeep: (value: unknown) => void;
  readonly onRemark: (() => void) | undefined;
  readonly onOpen: (() => void) | undefined;
}

const shown = ({ row, column, context, hidden, drawn }: CardFieldProps): ReactNode => {
  const value = row[column.key];
  const text = shownText(column, value, context.labels);
  if (hidden) return isEmpty(value) ? <i>{context.labels.notApplicable}</i> : <s>{text}</s>;
  return drawn ?? (text === '' ? '—' : text);
};

/** One cell of a card: its title, an ordinary input, and all that is said about it. */
export function CardField(props: CardFieldProps): ReactElement {
  const { id, row, column, context, notes, canType, onRemark } = props;
  const { labels } = context;
  const severity = worstSeverity(notes);
  const sentences = sentencesOf(notes, labels);
  const described = sentences.length > 0 ? `${id}-notes` : undefined;
  return (
    <div className={`roster-field${severity === undefined ? '' : ` roster-field-${severity}`}`}>
      <div className="roster-field-title">
        <span id={`${id}-title`}>
          {[...(column.titlePath ?? []), column.title].join(' / ')}
          {column.required === true && (
            <>
              <b className="roster-required" aria-hidden="true">
                *
              </b>
              <span className="roster-unseen">{labels.required}</span>
            </>
          )}
        </span>
        {onRemark !== undefined && (
          <button
            type="button"
            className="roster-button roster-button-small"
            aria-label={labels.said(labels.remarkCell, column.title)}
            onClick={onRemark}
          >
            <Icon name="remark" />
          </button>
        )}
      </div>
      {canType && props.drawn === undefined ? (
        <CardInput
          id={id}
          column={column}
          value={row[column.key]}
          context={context}
          invalid={severity === 'error'}
          describedBy={described}
          onKeep={props.onKeep}
        />
      ) : (
        <div
          id={id}
          tabIndex={-1}
          className="roster-field-text"
          aria-labelledby={`${id}-title`}
          role="group"
          aria-describedby={described}
        >
          {shown(props)}
          {props.onOpen !== undefined && (
            <button
              type="button"
              className="roster-button"
              aria-label={labels.said(labels.openCell, column.title)}
              onClick={props.onOpen}
            >
              {labels.openCell}
            </button>
          )}
        </div>
      )}
      {column.help !== undefined && canType && <p className="roster-field-help">{column.help}</p>}
      {sentences.length > 0 && (
        <div id={`${id}-notes`} className="roster-field-notes">
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
    </div>
  );
}
