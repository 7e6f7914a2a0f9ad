import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { CellOption, GridColumn } from './column.ts';
import { optionsOf, readCell, type CellContext } from './read-cell.ts';
import { inOrder } from './read-option.ts';
import { isEmpty } from './row.ts';
import { typedText } from './show-cell.ts';

interface CardInputProps {
  readonly id: string;
  readonly column: GridColumn;
  readonly value: unknown;
  readonly context: CellContext;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly onKeep: (value: unknown) => void;
}

/** How long a pause in typing keeps the text, in milliseconds: a phone may put the page away at any moment. */
const pause = 400;

interface TextDraft {
  readonly text: string;
  readonly type: (text: string) => void;
  readonly keep: () => void;
}

/** A text that is kept on a pause and on leaving the input; until then the input shows it as it was typed. */
const useTextDraft = ({ column, value, context, onKeep }: CardInputProps): TextDraft => {
  const [draft, setDraft] = useState<string>();
  const keepNow = useRef<() => void>(undefined);
  useEffect(() => {
    keepNow.current = () => {
      if (draft !== undefined) onKeep(readCell(column, draft, context).value);
    };
  });
  useEffect(() => {
    if (draft === undefined) return undefined;
    const timer = setTimeout(() => keepNow.current?.(), pause);
    return () => {
      clearTimeout(timer);
    };
  }, [draft]);
  return {
    text: draft ?? typedText(column, value, context.labels),
    type: setDraft,
    keep: () => {
      keepNow.current?.();
      setDraft(undefined);
    },
  };
};

const inputModes = { integer: 'numeric', decimal: 'decimal' } as const;

function TextInput(props: CardInputProps): ReactElement {
  const { id, column, invalid, describedBy } = props;
  const draft = useTextDraft(props);
  const common = {
    id,
    className: 'roster-input',
    'aria-labelledby': `${id}-title`,
    'aria-invalid': invalid,
    'aria-describedby': describedBy,
    placeholder: column.placeholder,
    value: draft.text,
    onBlur: draft.keep,
  };
  if (column.kind === 'long-text')
    return (
      <textarea
        {...common}
        rows={3}
        onChange={(event) => {
          draft.type(event.target.value);
        }}
      />
    );
  return (
    <input
      {...common}
      type="text"
      inputMode={column.kind === 'integer' || column.kind === 'decimal' ? inputModes[column.kind] : 'text'}
      autoComplete="off"
      onChange={(event) => {
        draft.type(event.target.value);
      }}
    />
  );
}

function DateInput({ id, column, value, invalid, describedBy, onKeep }: CardInputProps): ReactElement {
  const kind = column.kind === 'month' ? 'month' : 'date';
  return (
    <input
      id={id}
      type={kind}
      className="roster-input"
      aria-labelledby={`${id}-title`}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => {
        onKeep(event.target.value);
      }}
    />
  );
}

/** A text that is none of the options stands among them, so that it can be seen and is not lost by looking. */
function SelectInput({ id, column, value, context, invalid, describedBy, onKeep }: CardInputProps): ReactElement {
  const options = optionsOf(column, context.labels);
  const at = options.findIndex((option) => option.code === value);
  const unread = at === -1 && !isEmpty(value);
  return (
    <select
      id={id}
      className="roster-input"
      aria-labelledby={`${id}-title`}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      value={unread ? 'unread' : String(at)}
      onChange={(event) => {
        onKeep(options[Number(event.target.value)]?.code);
      }}
    >
      <option value="-1">{context.labels.choose}</option>
      {unread && (
        <option value="unread" disabled>
          {typedText(column, value, context.labels)}
        </option>
      )}
      {options.map((option, index) => (
        <option key={String(option.code)} value={String(index)}>
          {option.title}
        </option>
      ))}
    </select>
  );
}

/** Radio buttons or check boxes, large enough for a finger. */
function ButtonsInput(props: CardInputProps): ReactElement {
  const { id, column, value, context, describedBy, onKeep } = props;
  const several = column.kind === 'choices';
  const options = optionsOf(column, context.labels);
  const codes: readonly unknown[] = Array.isArray(value) ? value : [];
  const isChosen = ({ code }: CellOption): boolean => (several ? codes.includes(code) : value === code);
  const next = ({ code }: CellOption): unknown => {
    if (!several) return code;
    const chosen = codes.includes(code) ? codes.filter((other) => other !== code) : [...codes, code];
    return inOrder(options, chosen);
  };
  return (
    <div
      id={id}
      role={several ? 'group' : 'radiogroup'}
      className="roster-buttons"
      aria-labelledby={`${id}-title`}
      aria-describedby={describedBy}
    >
      {options.map((option) => (
        <label
          key={String(option.code)}
          className={isChosen(option) ? 'roster-pick roster-pick-chosen' : 'roster-pick'}
        >
          <input
            type={several ? 'checkbox' : 'radio'}
            name={id}
            checked={isChosen(option)}
            onChange={() => {
              onKeep(next(option));
            }}
          />
          {option.title}
        </label>
      ))}
    </div>
  );
}

/** The input of a card for one kind of cell. */
export function CardInput(props: CardInputProps): ReactElement {
  switch (props.column.kind) {
    case 'boolean':
    case 'choices':
      return <ButtonsInput {...props} />;
    case 'choice':
      return <SelectInput {...props} />;
    case 'date':
    case 'month':
      return <DateInput {...props} />;
    case 'text':
    case 'long-text':
    case 'integer':
    case 'decimal':
    case 'fixed':
    case 'file':
      return <TextInput {...props} />;
  }
}
