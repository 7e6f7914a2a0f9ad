import { useMemo, useRef, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Form } from '#contract/definition/form.ts';
import { textIn } from '#contract/text.ts';
import {
  carriedOf,
  indexOf,
  insertField,
  isRosterField,
  mayStand,
  moveField,
  nextKey,
  nudgeField,
  pasteFields,
  removeField,
  type Carried,
  type Spot,
} from '../commands/fields.ts';
import { KINDS } from '../kinds/registry.ts';
import { withEntry } from '../keyword.ts';
import { dotted, fieldAt, groupAt, keyOf, parentOf, type FieldPath } from '../place.ts';
import { useHands, useSurroundings } from '../use-design.ts';
import type { CanvasHands } from './use-canvas.ts';

const pathOf = (id: string): FieldPath => (id === '' ? [] : id.split('.'));

/** Where something new goes: behind the chosen field, or into it where it is an empty group, or to the end of the form. */
const spotFor = (form: Form, selected: readonly string[]): Spot => {
  const path = pathOf(selected.at(-1) ?? '');
  const field = fieldAt(form, path);
  const end: Spot = { group: [], index: Object.keys(form.properties).length };
  if (path.length === 0 || field === undefined) return end;
  const isGroup = isRosterField(field) || field.properties !== undefined;
  if (isGroup) return { group: path, index: Object.keys(groupAt(form, path)?.properties ?? {}).length };
  return { group: parentOf(path), index: indexOf(form, path) + 1 };
};

/** Rosters and sections go beside the roster that is chosen, not into it. */
const allowedSpot = (form: Form, spot: Spot, carried: Carried): Spot => {
  if (mayStand(form, spot.group, carried.field)) return spot;
  const [top] = spot.group;
  return { group: [], index: top === undefined ? Object.keys(form.properties).length : indexOf(form, [top]) + 1 };
};

interface Now {
  form: Form;
  selected: readonly string[];
}

export interface BoardHands extends CanvasHands {
  add: (kind: string, spot?: Spot) => void;
  drop: (what: string, spot: Spot) => void;
  paste: (carried: readonly Carried[]) => void;
  removeSelected: () => void;
  /** The chosen fields, to be copied. */
  carried: () => Carried[];
}

/** What cards, palette, keys and clipboard do to the form. */
export const useCanvasHands = (now: Now): BoardHands => {
  const { t } = useTranslation();
  const { edit, select } = useHands();
  const { main } = useSurroundings();
  const current = useRef(now);
  useEffect(() => {
    current.current = now;
  });
  return useMemo<BoardHands>(() => {
    const put = (carried: readonly Carried[], spot: Spot): void => {
      const { form } = current.current;
      const [first] = carried;
      if (first === undefined) return;
      const { paths } = pasteFields(form, allowedSpot(form, spot, first), carried);
      edit(null, (one) => pasteFields(one, allowedSpot(one, spot, first), carried).form, paths.map(dotted));
    };
    const add = (kind: string, wanted?: Spot): void => {
      const entry = KINDS.find((one) => one.kind === kind);
      if (entry === undefined) return;
      const { form, selected } = current.current;
      const word = (text: Parameters<typeof textIn>[0]): string => textIn(text, main);
      const field = withEntry(entry.make(word), 'title', word(entry.title));
      const first = { key: 'field', field, required: false };
      const spot = allowedSpot(form, wanted ?? spotFor(form, selected), first);
      const stem = isRosterField(field) ? 'rows' : field.properties === undefined ? 'field' : 'section';
      const key = nextKey(groupAt(form, spot.group) ?? {}, stem);
      edit(null, (one) => insertField(one, spot, { ...first, key }), [dotted([...spot.group, key])]);
    };
    const drop = (what: string, spot: Spot): void => {
      const [sort, id = ''] = what.split(':');
      if (sort === 'kind') {
        add(id, spot);
        return;
      }
      const path = pathOf(id);
      edit(null, (one) => moveField(one, path, spot), [dotted([...spot.group, keyOf(path)])]);
    };
    const removeAll = (ids: readonly string[]): void => {
      edit(null, (one) => ids.reduce((form, id) => removeField(form, pathOf(id)), one), []);
    };
    return {
      add,
      drop,
      paste: (carried) => {
        put(carried, spotFor(current.current.form, current.current.selected));
      },
      select: (id, adding) => {
        const { selected } = current.current;
        if (!adding || id === '') select(id === '' ? [] : [id]);
        else select(selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id]);
      },
      nudge: (id, by) => {
        edit(null, (one) => nudgeField(one, pathOf(id), by));
      },
      duplicate: (id) => {
        const { form } = current.current;
        const path = pathOf(id);
        const carried = carriedOf(form, path);
        if (carried === null) return;
        const title = typeof carried.field.title === 'string' ? carried.field.title : '';
        const copy = withEntry(carried.field, 'title', t('form-designer.copy-of', { title }));
        put([{ ...carried, field: copy }], { group: parentOf(path), index: indexOf(form, path) + 1 });
      },
      remove: (id) => {
        const { selected } = current.current;
        removeAll(selected.includes(id) ? selected : [id]);
      },
      removeSelected: () => {
        removeAll(current.current.selected);
      },
      carried: () => {
        const { form, selected } = current.current;
        return selected.flatMap((id) => carriedOf(form, pathOf(id)) ?? []);
      },
    };
  }, [edit, select, main, t]);
};
