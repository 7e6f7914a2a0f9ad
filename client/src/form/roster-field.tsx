import type { FieldProps } from '@rjsf/utils';
import { Modal } from 'antd';
import { useCallback, useContext, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '#contract/definition/field.ts';
import { textIn } from '#contract/text.ts';
import type { GridColumn } from '../grid/column.ts';
import type { CellRequest } from '../grid/grid-props.ts';
import { en, zhCn } from '../grid/labels.ts';
import { RosterGrid } from '../grid/roster-grid.tsx';
import type { GridRow } from '../grid/row.ts';
import { columnsOf } from './columns.ts';
import { FileDeskList } from './file-desk-list.tsx';
import type { FormContext } from './form-context.ts';
import { JumpContext } from './jump-context.ts';
import { reaches, reachesRoster } from './reach.ts';

/** A roster always has rows; the type allows none. */
const NO_ROW: Field = {};

type Props = FieldProps<GridRow[], Record<string, unknown>, FormContext>;

const withIds = (rows: unknown): GridRow[] => (Array.isArray(rows) ? (rows as GridRow[]) : []);

const exampleOf = (roster: Field): GridRow[] => {
  const example = roster['x-example'] ?? roster.items?.['x-example'];
  const rows = Array.isArray(example) ? example : example === undefined ? [] : [example];
  return rows.map((row, index) => ({ ...(row as Record<string, unknown>), _id: `example-${String(index)}` }));
};

/** A roster inside the form: our grid, fed with what the form knows about its cells. */
export const RosterField = (props: Props) => {
  const { t, i18n } = useTranslation();
  const context = props.registry.formContext;
  const register = useContext(JumpContext);
  const field = props.uiSchema?.['ui:options']?.['source'] as Field;
  const roster = props.name;
  const items = field.items ?? NO_ROW;
  const rows = withIds(props.formData);
  const { locale, masked, choices } = context;
  const columns = useMemo(
    () => columnsOf(roster, items, { locale, masked, choices }),
    [roster, items, locale, masked, choices],
  );
  const [open, setOpen] = useState<CellRequest | null>(null);
  const readOnly = context.readOnly || context.write === 'none';
  const mine = context.issues.filter(({ address }) => address?.roster === roster && address.row !== undefined);
  const renderCell = useCallback(
    (row: GridRow, column: GridColumn) => {
      const count = context.files.list.filter(
        ({ address }) => address.row === row._id && address.field === column.key,
      ).length;
      if (count > 0) return t('form.files-count', { count });
      return <span className="quiet">{readOnly ? '—' : t('form.upload')}</span>;
    },
    [context.files.list, readOnly, t],
  );
  const openRow = rows.find((row) => row._id === open?.row);
  const openField = open === null ? undefined : items.properties?.[open.field];
  const openAddress = open === null ? null : { roster, row: open.row, field: open.field };
  const change = (next: readonly GridRow[]): void => {
    props.onChange([...next], props.fieldPathId.path);
  };
  const whole = context.issues.filter(
    ({ address }) => address !== null && address.roster === undefined && address.field === roster,
  );
  return (
    <section aria-label={textIn(field.title, context.locale)} data-place={`/${roster}`}>
      <h2 className="roster-heading">
        {textIn(field.title, context.locale)}
        <span className="quiet">{textIn(field['x-help'], context.locale)}</span>
      </h2>
      {whole.map((issue) => (
        <div key={issue.message} className={issue.severity === 'error' ? 'problem-error' : 'problem-warning'}>
          {issue.message}
        </div>
      ))}
      <RosterGrid
        ref={(handle) => {
          register(roster, handle);
        }}
        label={textIn(field.title, context.locale)}
        labels={i18n.language === 'en' ? en : zhCn}
        columns={columns}
        rows={rows}
        readOnly={readOnly}
        fixedRows={!reachesRoster(context.write, roster)}
        maxRows={field.maxItems}
        today={context.today}
        onChange={change}
        hiddenCell={(row, key) => context.hidden.has(`/${roster}/${row}/${key}`)}
        editableCell={
          context.write === 'all' ? undefined : (row, key) => reaches(context.write, { roster, row, field: key })
        }
        problems={mine.map(({ address, message, severity }) => ({
          row: address?.row ?? '',
          field: address?.field === '' ? undefined : address?.field,
          message,
          severity: severity === 'error' ? 'error' : 'warning',
        }))}
        remarks={context.queries.flatMap(({ address, status, remarks }) =>
          address.roster === roster && address.row !== undefined && status !== 'row_removed'
            ? [{ row: address.row, field: address.field, text: remarks.at(-1)?.text ?? '', status }]
            : [],
        )}
        highlights={[...context.changed].flatMap((place) => {
          const [, first, row, key] = place.split('/');
          return first === roster && row !== undefined ? [{ row, field: key, kind: 'changed' as const }] : [];
        })}
        exampleRows={exampleOf(field)}
        onCellAction={
          context.onRemark === null
            ? undefined
            : ({ row, field: key, anchor }) => context.onRemark?.({ roster, row, field: key }, anchor)
        }
        onOpenCell={setOpen}
        renderCell={renderCell}
      />
      <Modal
        open={openField !== undefined}
        footer={null}
        title={textIn(openField?.title, context.locale)}
        onCancel={() => {
          setOpen(null);
        }}
      >
        {openField === undefined || openAddress === null || openRow === undefined ? null : (
          <FileDeskList
            address={openAddress}
            field={openField}
            context={context}
            readOnly={readOnly || !reaches(context.write, openAddress)}
            value={openRow[openAddress.field]}
            onChange={(value) => {
              change(rows.map((row) => (row._id === openRow._id ? { ...row, [openAddress.field]: value } : row)));
            }}
          />
        )}
      </Modal>
    </section>
  );
};
