import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BoardCell, BoardView } from '#contract/wire/board.ts';
import { dueDay } from '../../ui/dates.ts';
import { lookOf, SIGNS } from './cell-look.tsx';

interface Props {
  columns: BoardView['columns'];
  rows: BoardView['rows'];
}

const Cell = ({ cell, place }: { cell: BoardCell | undefined; place: string }) => {
  const { t } = useTranslation();
  if (cell === undefined) return <td />;
  const look = lookOf(cell);
  const words = [
    t(`board.look.${look}`),
    cell.stateTitle,
    cell.late ? t('flag.late') : '',
    cell.zero ? t('flag.zero') : '',
    ...cell.marks,
  ]
    .filter((word) => word !== '')
    .join('，');
  return (
    <td>
      <Tooltip title={words}>
        <Link
          className={`cell cell-${look}${cell.late ? ' cell-late' : ''}`}
          to={`/cases/${cell.case}`}
          aria-label={`${place}${t('colon')}${words}`}
        >
          {cell.zero ? '0' : SIGNS[look]}
        </Link>
      </Tooltip>
    </td>
  );
};

/** Columns that stand under one form share its heading. */
const groupsOf = (columns: Props['columns']): { title: string; span: number; key: string }[] => {
  const groups: { title: string; span: number; key: string }[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last?.key === column.workflow) last.span += 1;
    else groups.push({ key: column.workflow, title: column.workflowTitle, span: 1 });
  }
  return groups;
};

export const BoardTable = ({ columns, rows }: Props) => {
  const { t } = useTranslation();
  return (
    <div className="board" tabIndex={0} role="region" aria-label={t('board.title')}>
      <table>
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              {t('case.organisation')}
            </th>
            {groupsOf(columns).map(({ key, title, span }) => (
              <th key={key} colSpan={span} scope="colgroup">
                {title}
              </th>
            ))}
          </tr>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.periodTitle ?? t('board.once')}
                <small>{column.due === null ? '' : dueDay(column.due).format('MM-DD')}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.organisation}>
              <th scope="row">{row.title}</th>
              {columns.map(({ key, workflowTitle, periodTitle }) => (
                <Cell key={key} cell={row.cells[key]} place={`${row.title} ${workflowTitle} ${periodTitle ?? ''}`} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
