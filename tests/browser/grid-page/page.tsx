import { StrictMode, useMemo, useRef, useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import './page.css';
import './page-window.ts';
import type { GridHandle } from '../../../client/src/grid/grid-props.ts';
import { labelsFor } from '../../../client/src/grid/labels.ts';
import { RosterGrid } from '../../../client/src/grid/roster-grid.tsx';
import type { GridRow } from '../../../client/src/grid/row.ts';
import { columns, crewOf, example, highlights, problemsIn, remarks } from './roster.ts';

const settings = new URLSearchParams(window.location.search);

function Page(): ReactElement {
  const [rows, setRows] = useState<readonly GridRow[]>(() => crewOf(Number(settings.get('rows') ?? '6')));
  const problems = useMemo(() => problemsIn(rows), [rows]);
  const untrained = useMemo(
    () => new Set(rows.filter((row) => row['trained'] === false).map((row) => row._id)),
    [rows],
  );
  const grid = useRef<GridHandle>(null);
  window.rows = rows;
  return (
    <RosterGrid
      ref={(handle) => {
        grid.current = handle;
        window.grid = handle;
      }}
      label="船员名单"
      columns={columns}
      rows={rows}
      onChange={setRows}
      labels={labelsFor(settings.get('language') ?? 'zh-CN')}
      maxRows={Number(settings.get('most') ?? '2000')}
      readOnly={settings.has('review')}
      hiddenCell={(row, field) => field === 'training' && untrained.has(row)}
      problems={problems}
      remarks={settings.has('notes') ? remarks : undefined}
      highlights={settings.has('notes') ? highlights : undefined}
      exampleRows={settings.has('example') ? [example] : undefined}
      onCellAction={
        settings.has('review')
          ? ({ row, field }) => {
              document.title = `${row} ${field}`;
            }
          : undefined
      }
      today="2024-03-31"
    />
  );
}

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
