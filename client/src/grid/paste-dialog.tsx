import type { ReactElement } from 'react';
import { Dialog } from './dialog.tsx';
import type { GridLabels } from './labels.ts';
import type { PastePlan } from './paste.ts';

interface PasteDialogProps {
  readonly plan: PastePlan;
  readonly maxRows: number;
  readonly labels: GridLabels;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** The consequences of a paste in sentences, only those that apply. */
export const consequencesOf = (plan: PastePlan, maxRows: number, labels: GridLabels): string[] => [
  labels.pasteSize(plan.size.rows, plan.size.columns),
  ...(plan.byTitle ? [labels.pasteByTitle] : []),
  ...(plan.overwritten > 0 ? [labels.pasteOverwrites(plan.overwritten)] : []),
  ...(plan.rowsAdded > 0 ? [labels.pasteAdds(plan.rowsAdded)] : []),
  ...(plan.rowsLeftOut > 0 ? [labels.pasteLeavesRows(plan.rowsLeftOut, maxRows)] : []),
  ...(plan.columnsLeftOut > 0 ? [labels.pasteLeavesColumns(plan.columnsLeftOut)] : []),
  ...(plan.cellsLeftOut > 0 ? [labels.pasteLeavesCells(plan.cellsLeftOut)] : []),
  ...(plan.unreadable > 0 ? [labels.pasteUnreadable(plan.unreadable)] : []),
];

/** Shows what a paste would do, before it overwrites or leaves out anything. */
export function PasteDialog({ plan, maxRows, labels, onConfirm, onCancel }: PasteDialogProps): ReactElement {
  const { titles, rows } = plan.preview;
  const more = plan.size.rows - rows.length;
  return (
    <Dialog
      title={labels.pasteTitle}
      buttons={[
        { label: labels.cancel, main: false, onPress: onCancel },
        { label: labels.pasteConfirm, main: true, onPress: onConfirm },
      ]}
      onClose={onCancel}
    >
      <ul>
        {consequencesOf(plan, maxRows, labels).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className="roster-preview">
        <table>
          <thead>
            <tr>
              {titles.map((title, at) => (
                <th key={`${title} ${String(at)}`}>{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, rowAt) => (
              <tr key={String(rowAt)}>
                {cells.map((cell, at) => (
                  <td key={String(at)} className={cell.readable ? undefined : 'roster-unread'}>
                    {cell.readable ? cell.text : `! ${cell.text}`}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p>{labels.pasteMore(more)}</p>}
    </Dialog>
  );
}
