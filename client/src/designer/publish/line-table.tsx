import { useTranslation } from 'react-i18next';
import { type DiffLine, folded, lineDifference } from './line-difference.ts';

interface Row {
  key: string;
  left: { n: number; text: string } | null;
  right: { n: number; text: string } | null;
  kind: 'same' | 'changed' | 'skipped';
  count: number;
}

/** Removed and added lines that follow each other stand beside each other. */
const paired = (lines: readonly DiffLine[]): Row[] => {
  const rows: Row[] = [];
  lines.forEach((line, index) => {
    const key = String(index);
    if (line.kind === 'skipped') rows.push({ key, left: null, right: null, kind: 'skipped', count: line.count });
    else if (line.kind === 'same') {
      const { left, right, text } = line;
      rows.push({ key, left: { n: left, text }, right: { n: right, text }, kind: 'same', count: 1 });
    } else if (line.kind === 'removed')
      rows.push({ key, left: { n: line.left, text: line.text }, right: null, kind: 'changed', count: 1 });
    else {
      const open = rows.find((row) => row.kind === 'changed' && row.right === null && isInRun(rows, row));
      const right = { n: line.right, text: line.text };
      if (open === undefined) rows.push({ key, left: null, right, kind: 'changed', count: 1 });
      else open.right = right;
    }
  });
  return rows;
};

/** Whether nothing but changed rows follows a row. */
const isInRun = (rows: readonly Row[], row: Row): boolean =>
  rows.slice(rows.indexOf(row)).every(({ kind }) => kind === 'changed');

const Side = ({ side, mark }: { side: Row['left']; mark: string }) => (
  <>
    <td className="line-number">{side === null ? '' : side.n + 1}</td>
    <td className={side === null ? '' : mark}>{side?.text ?? ''}</td>
  </>
);

/** Two texts side by side; what is equal is folded away. */
export const LineTable = ({ before, after }: { before: string; after: string }) => {
  const { t } = useTranslation();
  const lines = lineDifference(before, after);
  const count = (kind: DiffLine['kind']): number => lines.filter((line) => line.kind === kind).length;
  return (
    <>
      <p className="quiet">{t('versions.line-count', { added: count('added'), removed: count('removed') })}</p>
      <table className="line-table">
        <colgroup>
          <col className="line-number" />
          <col />
          <col className="line-number" />
          <col />
        </colgroup>
        <thead className="only-read">
          <tr>
            <th colSpan={2}>{t('versions.before')}</th>
            <th colSpan={2}>{t('versions.after')}</th>
          </tr>
        </thead>
        <tbody>
          {paired(folded(lines)).map((row) =>
            row.kind === 'skipped' ? (
              <tr key={row.key} className="line-skipped">
                <td colSpan={4}>{t('versions.skipped', { count: row.count })}</td>
              </tr>
            ) : (
              <tr key={row.key}>
                <Side side={row.left} mark={row.kind === 'changed' ? 'line-removed' : ''} />
                <Side side={row.right} mark={row.kind === 'changed' ? 'line-added' : ''} />
              </tr>
            ),
          )}
        </tbody>
      </table>
    </>
  );
};
