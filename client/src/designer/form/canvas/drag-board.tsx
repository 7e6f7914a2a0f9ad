import {
  DndContext,
  DragOverlay,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '#contract/text.ts';
import type { Spot } from '../commands/fields.ts';
import { KINDS } from '../kinds/registry.ts';
import { keyOf } from '../place.ts';
import { spotAt, type DropSpot } from './drop-spot.ts';

interface Props {
  /** `what` is `kind:<kind>` from the palette, or `field:<dotted path>`. */
  onDrop: (what: string, spot: Spot) => void;
  children: ReactNode;
}

// Made once: new options would draw every card again at every key.
const MOUSE = { activationConstraint: { distance: 6 } };
const TOUCH = { activationConstraint: { delay: 300, tolerance: 8 } };

/** Follows the pointer, the finger too, while something is dragged. */
const usePointer = () => {
  const at = useRef({ x: 0, y: 0 });
  useEffect(() => {
    const mouse = (event: MouseEvent): void => {
      at.current = { x: event.clientX, y: event.clientY };
    };
    const touch = (event: TouchEvent): void => {
      const [first] = event.touches;
      if (first !== undefined) at.current = { x: first.clientX, y: first.clientY };
    };
    window.addEventListener('mousemove', mouse, true);
    window.addEventListener('touchmove', touch, true);
    return () => {
      window.removeEventListener('mousemove', mouse, true);
      window.removeEventListener('touchmove', touch, true);
    };
  }, []);
  return at;
};

/** Dragging from the palette and on the sheet. A line shows where it would stand; keys and buttons do the same without dragging. */
export const DragBoard = ({ onDrop, children }: Props) => {
  const { t, i18n } = useTranslation();
  const sensors = useSensors(useSensor(MouseSensor, MOUSE), useSensor(TouchSensor, TOUCH));
  const pointer = usePointer();
  const [dragged, setDragged] = useState<string | null>(null);
  const [spot, setSpot] = useState<DropSpot | null>(null);
  const look = (): void => {
    setSpot(spotAt(pointer.current.x, pointer.current.y));
  };
  const rest = (): void => {
    setDragged(null);
    setSpot(null);
  };
  const name = (what: string): string => {
    const [kind, id = ''] = what.split(':');
    if (kind !== 'kind') return keyOf(id.split('.'));
    return textIn(KINDS.find((entry) => entry.kind === id)?.title, i18n.language);
  };
  return (
    <DndContext
      sensors={sensors}
      accessibility={{
        screenReaderInstructions: { draggable: t('form-designer.drag-help') },
        announcements: {
          onDragStart: () => undefined,
          onDragOver: () => undefined,
          onDragEnd: () => undefined,
          onDragCancel: () => undefined,
        },
      }}
      onDragStart={({ active }) => {
        setDragged(String(active.id));
      }}
      onDragMove={look}
      onDragCancel={rest}
      onDragEnd={({ active }: DragEndEvent) => {
        const found = spotAt(pointer.current.x, pointer.current.y);
        rest();
        if (found !== null) onDrop(String(active.id), { group: found.group, index: found.index });
      }}
    >
      {children}
      <DragOverlay dropAnimation={null} className="drag-overlay">
        {dragged === null ? null : <span className="drag-label">{name(dragged)}</span>}
      </DragOverlay>
      {spot === null ? null : <div className="drop-line" style={spot.line} />}
    </DndContext>
  );
};
