import { useState } from 'react';
import { clearCells } from './edits.ts';
import { needsConsent, planPaste, type PastePlan } from './paste.ts';
import { rangeOf } from './selection.ts';
import { typedText } from './show-cell.ts';
import { formatHtmlTable, formatTsv, parseTsv } from './tsv.ts';
import type { Commands } from './use-commands.ts';
import type { Roster } from './use-roster.ts';
import type { Selecting } from './use-selection.ts';

interface Clipboard {
  /** The paste that waits for consent. */
  readonly plan: PastePlan | undefined;
  readonly copy: (to: DataTransfer, cut: boolean) => void;
  readonly paste: (text: string) => void;
  readonly confirm: () => void;
  readonly cancel: () => void;
}

export const useClipboard = (roster: Roster, { selection, go }: Selecting, commands: Commands): Clipboard => {
  const [plan, setPlan] = useState<PastePlan>();
  const { labels } = roster.context;

  const carryOut = (agreed: PastePlan): void => {
    commands.commit('paste', agreed.patches);
    const { top, bottom, left, right } = agreed.range;
    go({ active: { row: top, column: left }, corner: { row: bottom, column: right } });
    const unread = agreed.unreadable > 0 ? [labels.pasteUnreadable(agreed.unreadable)] : [];
    commands.say([labels.pasted(agreed.cells), ...unread].join(' '), true);
  };
  return {
    plan,
    copy: (to, cut) => {
      const range = rangeOf(selection);
      const columns = roster.columns.slice(range.left, range.right + 1);
      const rows = roster.latest();
      const table = rows
        .slice(range.top, range.bottom + 1)
        .map((row) => columns.map((column) => typedText(column, row[column.key], labels)));
      if (table.length === 0) return;
      to.setData('text/plain', formatTsv(table));
      to.setData('text/html', formatHtmlTable(table));
      if (cut) commands.commit('cut', clearCells({ ...roster, rows }, range));
    },
    paste: (text) => {
      if (roster.readOnly || text === '') return;
      const { maxRows, newRow, canWrite, columns, context } = roster;
      const range = rangeOf(selection);
      const rows = roster.latest();
      const canAddRows = roster.canChangeRows;
      const source = { ...context, rows, columns, range, maxRows, canAddRows, newRow, canWrite };
      const found = planPaste(parseTsv(text), source);
      if (needsConsent(found)) setPlan(found);
      else carryOut(found);
    },
    confirm: () => {
      if (plan !== undefined) carryOut(plan);
      setPlan(undefined);
    },
    cancel: () => {
      setPlan(undefined);
    },
  };
};
