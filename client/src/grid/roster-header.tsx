import type { ReactElement } from 'react';
import type { GridLabels } from './labels.ts';
import type { HeaderCell } from './header.ts';
import type { Layout } from './layout.ts';

interface RosterHeaderProps {
  readonly layout: Layout;
  readonly labels: GridLabels;
}

interface TitleProps extends RosterHeaderProps {
  readonly cell: HeaderCell;
}

function Title({ cell, layout, labels }: TitleProps): ReactElement {
  const { column } = cell;
  const last = cell.from + cell.columns - 1;
  const left = layout.lefts[cell.from] ?? 0;
  const top = layout.levelTops[cell.level] ?? 0;
  const bottom = layout.levelTops[cell.level + cell.levels] ?? layout.headHeight;
  return (
    <div
      role="columnheader"
      aria-colindex={cell.from + 2}
      aria-colspan={cell.columns > 1 ? cell.columns : undefined}
      aria-rowspan={cell.levels > 1 ? cell.levels : undefined}
      className={column === undefined ? 'roster-title roster-title-group' : 'roster-title'}
      style={{ left, top, width: (layout.lefts[last] ?? 0) + (layout.widths[last] ?? 0) - left, height: bottom - top }}
      data-title={column === undefined ? undefined : cell.from}
      title={column?.help ?? cell.title}
    >
      <span className="roster-title-text">
        {cell.title}
        {column?.required === true && (
          <>
            <b className="roster-required" aria-hidden="true">
              *
            </b>
            <span className="roster-unseen">{labels.required}</span>
          </>
        )}
        {column?.masked === true && <small className="roster-masked">{labels.masked}</small>}
      </span>
    </div>
  );
}

/** The titles, in as many levels as there are groups; they stay in sight while the rows scroll. */
export function RosterHeader({ layout, labels }: RosterHeaderProps): ReactElement {
  return (
    <div role="rowgroup" className="roster-head" style={{ width: layout.width, height: layout.headHeight }}>
      {layout.header.map((cells, level) => (
        <div key={cells[0]?.title ?? level} role="row" aria-rowindex={level + 1} className="roster-head-row">
          {level === 0 && (
            <div
              role="columnheader"
              aria-colindex={1}
              aria-rowspan={layout.header.length > 1 ? layout.header.length : undefined}
              className="roster-number roster-corner"
              style={{ width: layout.numberWidth, height: layout.headHeight }}
              data-corner="true"
            >
              {labels.rowNumber}
            </div>
          )}
          {cells.map((cell) => (
            <Title key={cell.from} cell={cell} layout={layout} labels={labels} />
          ))}
        </div>
      ))}
    </div>
  );
}
