import { h } from '../dom.ts';

type Cell = string | number | Node;

/** A table that scrolls by itself where it is wider than a phone; numbers stand to the right. */
export const table = (name: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): HTMLElement => {
  const cell = (value: Cell) =>
    typeof value === 'number' ? h('td', { class: 'number' }, String(value)) : h('td', {}, value);
  return h(
    'div',
    { class: 'wide', tabindex: '0', role: 'region', 'aria-label': name },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...heads.map((text) => h('th', { scope: 'col' }, text)))),
      h('tbody', {}, ...rows.map((row) => h('tr', {}, ...row.map(cell)))),
    ),
  );
};
