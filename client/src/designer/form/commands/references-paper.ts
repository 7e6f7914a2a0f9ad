import type { Form, LayoutColumn } from '#contract/definition/form.ts';
import { orNothing, withEntry } from '../keyword.ts';
import { dotted, keyOf, parentOf, type FieldPath } from '../place.ts';

/** How the paper names fields: head places and totals from the top of the form, columns within their roster. */

type Layout = NonNullable<Form['x-layout']>;

const EMPTY: LayoutColumn[] = [];

const inColumn = (column: LayoutColumn, from: string, to: string | null): LayoutColumn[] => {
  if (typeof column === 'string') return column !== from ? [column] : to === null ? EMPTY : [to];
  if (column.columns !== undefined) {
    const inner = column.columns.flatMap((one) => inColumn(one, from, to));
    if (inner.every((one, index) => one === column.columns?.[index]) && inner.length === column.columns.length)
      return [column];
    return inner.length === 0 && column.field === undefined ? EMPTY : [withEntry(column, 'columns', orNothing(inner))];
  }
  if (column.field !== from) return [column];
  return to === null ? EMPTY : [{ ...column, field: to }];
};

const inHead = (place: NonNullable<Layout['head']>[number], from: string, to: string | null) => {
  const field = typeof place === 'string' ? place : place.field;
  if (field !== from) return [place];
  if (to === null) return [];
  return [typeof place === 'string' ? to : { ...place, field: to }];
};

const sameList = <One>(list: readonly One[], other: readonly One[] | undefined): boolean =>
  list.length === other?.length && list.every((one, index) => one === other[index]);

const withList = (layout: Layout, key: keyof Layout, list: readonly unknown[] | undefined): Layout =>
  list === undefined || sameList(list, layout[key] as readonly unknown[] | undefined)
    ? layout
    : withEntry(layout, key, orNothing(list));

export const inLayout = (form: Form, path: FieldPath, to: string | null): Form => {
  const layout = form['x-layout'];
  if (layout === undefined) return form;
  const whole = dotted(path);
  const renamed = to === null ? null : dotted([...parentOf(path), to]);
  let now = withList(
    layout,
    'head',
    layout.head?.flatMap((place) => inHead(place, whole, renamed)),
  );
  const rosters = path.length - 1;
  const isColumn = rosters > 0 && (layout.roster === undefined || layout.roster === path[0]);
  const [from, column] = isColumn ? [dotted(path.slice(1)), to] : [whole, renamed];
  now = withList(
    now,
    'columns',
    now.columns?.flatMap((one) => inColumn(one, from, column)),
  );
  if (now.total?.fields.includes(whole) === true) {
    const fields = now.total.fields.flatMap((field) => (field === whole ? (renamed ?? []) : field));
    now = withEntry(now, 'total', fields.length === 0 ? undefined : { ...now.total, fields });
  }
  if (path.length === 1 && layout.roster === keyOf(path)) now = withEntry(now, 'roster', to ?? undefined);
  return now === layout ? form : withEntry(form, 'x-layout', now);
};
