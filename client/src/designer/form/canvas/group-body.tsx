import { useTranslation } from 'react-i18next';
import type { Field } from '#contract/definition/field.ts';
import { conditionalFields } from './conditional-fields.ts';
import { isRosterField } from '../commands/fields.ts';
import { kindEntryOf } from '../kinds/registry.ts';
import { Card } from './card.tsx';

interface Marks {
  selected: ReadonlySet<string>;
  problems: ReadonlyMap<string, 'error' | 'warning'>;
}

interface Props {
  /** The form, a section, or the row of a roster, with what its reference brings. */
  group: Field;
  /** The dotted path; empty for the form. */
  id: string;
  flow: 'field' | 'column';
  marks: Marks;
  /** Follows references, which stand in the form. */
  resolve: (field: Field) => Field;
}

const WIDE = new Set(['area', 'choices', 'file', 'fixed', 'group', 'roster']);

/** The fields of one group in their order, and the place behind the last one. */
export const GroupBody = ({ group, id, flow, marks, resolve }: Props) => {
  const { t } = useTranslation();
  const conditional = conditionalFields(group);
  const entries = Object.entries(group.properties ?? {});
  return (
    <div className={flow === 'column' ? 'canvas-columns' : 'canvas-fields'} data-group={id} data-flow={flow}>
      {entries.map(([key, raw]) => {
        const field = resolve(raw);
        const path = id === '' ? key : `${id}.${key}`;
        const inner = isRosterField(field) ? resolve(field.items ?? {}) : field;
        return (
          <Card
            key={key}
            id={path}
            field={field}
            required={group.required?.includes(key) ?? false}
            conditional={conditional.has(key)}
            selected={marks.selected.has(path)}
            problem={marks.problems.get(path) ?? null}
            isColumn={flow === 'column'}
            isWide={WIDE.has(kindEntryOf(field).look)}
          >
            {inner.properties === undefined ? null : (
              <GroupBody
                group={inner}
                id={path}
                flow={isRosterField(field) ? 'column' : 'field'}
                marks={marks}
                resolve={resolve}
              />
            )}
          </Card>
        );
      })}
      <div className="canvas-end" data-end={id} data-count={entries.length}>
        {entries.length === 0 ? t('form-designer.drop-here') : ''}
      </div>
    </div>
  );
};
