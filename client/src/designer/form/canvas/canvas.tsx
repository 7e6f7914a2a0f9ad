import { memo, useCallback, useEffect, useMemo, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '#contract/definition/field.ts';
import type { Form } from '#contract/definition/form.ts';
import { allFields, resolve as follow, titleIn } from '#engine/form/fields.ts';
import { textIn } from '#contract/text.ts';
import { useCanvas } from './use-canvas.ts';
import { GroupBody } from './group-body.tsx';

interface Props {
  form: Form;
  selected: readonly string[];
  problems: ReadonlyMap<string, 'error' | 'warning'>;
}

const cardOf = (id: string): HTMLElement | null => document.querySelector<HTMLElement>(`[data-card="${id}"]`);

const showCard = (id: string): void => {
  cardOf(id)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};

const focusCard = (id: string): void => {
  cardOf(id)?.focus();
  showCard(id);
};

const STEPS: Record<string, -1 | 1> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

/** The sheet with its fields. Arrows go from field to field, with Alt they move it; Delete takes it away. */
export const Canvas = memo(({ form, selected, problems }: Props) => {
  const { t, i18n } = useTranslation();
  const { select, nudge, remove } = useCanvas();
  const resolve = useCallback((field: Field) => (field.$ref === undefined ? field : follow(form, field)), [form]);
  const marks = useMemo(() => ({ selected: new Set(selected), problems }), [selected, problems]);
  const last = selected.at(-1);
  // A column that was just added stands beyond the edge of a wide roster
  useEffect(() => {
    if (last !== undefined) showCard(last);
  }, [last]);
  const keys = (event: KeyboardEvent): void => {
    const card = event.target instanceof HTMLElement ? event.target.dataset['card'] : undefined;
    if (card === undefined) return;
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (event.altKey) {
        nudge(card, step);
        requestAnimationFrame(() => {
          focusCard(card);
        });
        return;
      }
      const order = allFields(form).map(({ path }) => path.join('.'));
      const next = order[order.indexOf(card) + step];
      if (next !== undefined) {
        select(next, event.shiftKey);
        focusCard(next);
      }
    }
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      remove(card);
    }
    if (event.key === 'Escape') select('', false);
  };
  const title = titleIn(form, i18n.language);
  const help = textIn(form['x-help'], i18n.language);
  return (
    <section className="canvas sheet" aria-label={t('form-designer.sheet')} onKeyDown={keys}>
      <button
        type="button"
        className={`canvas-heading${selected.length === 0 ? ' canvas-heading-selected' : ''}`}
        aria-pressed={selected.length === 0}
        onClick={() => {
          select('', false);
        }}
      >
        <span className="canvas-title">{title === '' ? t('form-designer.untitled') : title}</span>
        {help === '' ? null : <span className="quiet">{help}</span>}
      </button>
      <GroupBody group={form} id="" flow="field" marks={marks} resolve={resolve} />
    </section>
  );
});
Canvas.displayName = 'Canvas';
