import type { Spot } from '../commands/fields.ts';

/** Where a dragged field would go, read from what lies below the pointer. */
export interface DropSpot extends Spot {
  /** The line that shows the place, in the window's pixels. */
  line: { left: number; top: number; width: number; height: number };
}

const pathOf = (id: string): string[] => (id === '' ? [] : id.split('.'));

const THICK = 3;

const besideCard = (card: HTMLElement, x: number, y: number): DropSpot => {
  const rect = card.getBoundingClientRect();
  const path = pathOf(card.dataset['field'] ?? '');
  const siblings = [...(card.parentElement?.children ?? [])].filter(
    (one) => one instanceof HTMLElement && one.dataset['field'] !== undefined,
  );
  // Narrow cards stand side by side: left or right decides. Wide ones stand below each other.
  const isRow = card.dataset['flow'] === 'column' || !card.classList.contains('wide');
  const isAfter = isRow ? x > rect.left + rect.width / 2 : y > rect.top + rect.height / 2;
  const line = isRow
    ? { left: (isAfter ? rect.right : rect.left) - THICK, top: rect.top, width: THICK, height: rect.height }
    : { left: rect.left, top: (isAfter ? rect.bottom : rect.top) - THICK, width: rect.width, height: THICK };
  return { group: path.slice(0, -1), index: siblings.indexOf(card) + (isAfter ? 1 : 0), line };
};

const atEnd = (end: HTMLElement): DropSpot => {
  const rect = end.getBoundingClientRect();
  return {
    group: pathOf(end.dataset['end'] ?? ''),
    index: Number(end.dataset['count'] ?? '0'),
    line: {
      left: rect.left,
      top: rect.top,
      width: Math.max(rect.width, THICK),
      height: Math.max(THICK, Math.min(rect.height, 4)),
    },
  };
};

/** Null where nothing can be put down. The dragged field itself is looked through by the caller. */
export const spotAt = (x: number, y: number): DropSpot | null => {
  const element = document.elementFromPoint(x, y);
  const near = element?.closest<HTMLElement>('[data-end], [data-field], [data-group], .canvas') ?? null;
  if (near === null) return null;
  if (near.dataset['end'] !== undefined) return atEnd(near);
  if (near.dataset['field'] !== undefined) {
    // The frame of a group: what is dropped on its heading stands before or after the whole group.
    return besideCard(near, x, y);
  }
  const end = near.querySelector<HTMLElement>(':scope > [data-end], :scope > [data-group] > [data-end]');
  return end === null ? null : atEnd(end);
};
