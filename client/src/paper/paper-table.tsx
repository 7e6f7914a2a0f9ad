import { useTranslation } from 'react-i18next';
import { textIn } from '#contract/text.ts';
import { type HeadPlace } from './paper-head.ts';
import { type HeadCell, paperColumns, type PaperColumn } from './paper-columns.ts';
import { paperText, type PaperWords, templateText } from './paper-text.ts';

type Row = Record<string, unknown>;

const cellText = (words: PaperWords, roster: string, column: PaperColumn, row: Row): string => {
  const textOf = (key: string): string => paperText(words, [roster, key], row[key]);
  if (column.template !== null) return templateText(column.template, textOf);
  return column.fields.map(textOf).join(' ');
};

const HeadRow = ({ cells, numbered }: { cells: HeadCell[]; numbered: { title: string; rows: number } | null }) => (
  <tr>
    {numbered === null ? null : (
      <th scope="col" rowSpan={numbered.rows} className="paper-number">
        {numbered.title}
      </th>
    )}
    {cells.map((cell, index) => (
      <th key={index} scope={cell.columns > 1 ? 'colgroup' : 'col'} colSpan={cell.columns} rowSpan={cell.rows}>
        {cell.title}
        {cell.codes.map((line) => (
          <div key={line} className="paper-code">
            {line}
          </div>
        ))}
      </th>
    ))}
  </tr>
);

interface Props {
  words: PaperWords;
  roster: string;
  rows: Row[];
  totals: HeadPlace[];
}

/** One roster as a ruled table: merged head cells, at least as many lines as the layout wants, a last line of totals. */
export const PaperTable = ({ words, roster, rows, totals }: Props) => {
  const { t } = useTranslation();
  const { head, columns } = paperColumns(words, roster);
  const layout = words.form['x-layout'];
  const isNumbered = layout?.numbered === true;
  const empty = Math.max(0, (layout?.rows ?? 0) - rows.length);
  const wide = columns.length + (isNumbered ? 1 : 0);
  const label = textIn(layout?.total?.title, words.locale) || t('paper.total');
  const lines: (Row | null)[] = [...rows, ...Array.from({ length: empty }, () => null)];
  return (
    <table className="paper-table">
      <colgroup>
        {isNumbered ? <col className="paper-number" /> : null}
        {columns.map(({ width }, index) => (
          <col key={index} style={width === null ? undefined : { width: `${String(width)}mm` }} />
        ))}
      </colgroup>
      <thead>
        {head.map((cells, index) => (
          <HeadRow
            key={index}
            cells={cells}
            numbered={isNumbered && index === 0 ? { title: t('paper.number'), rows: head.length } : null}
          />
        ))}
        {layout?.column_numbers === true ? (
          <tr className="paper-column-numbers">
            {Array.from({ length: wide }, (_, index) => (
              <th key={index}>{index + 1}</th>
            ))}
          </tr>
        ) : null}
      </thead>
      <tbody>
        {lines.map((row, index) => (
          <tr key={index}>
            {isNumbered ? <td className="paper-number">{index + 1}</td> : null}
            {columns.map((column, at) => (
              <td key={at} className={column.isNumber ? 'paper-figure' : undefined}>
                {row === null ? '' : cellText(words, roster, column, row)}
              </td>
            ))}
          </tr>
        ))}
        {totals.length === 0 ? null : (
          <tr className="paper-total">
            <td colSpan={Math.max(1, wide - 1)}>{label}</td>
            {wide > 1 ? <td className="paper-figure">{totals.map(({ text }) => text).join(' ')}</td> : null}
          </tr>
        )}
      </tbody>
    </table>
  );
};
