import { Collapse } from 'antd';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '#contract/definition/field.ts';
import { textIn } from '#contract/text.ts';
import { withEntry } from '../keyword.ts';
import { editField, type FieldPath } from '../place.ts';
import { useHands } from '../use-design.ts';
import { SECTIONS, type PropertyEntry, type PropertyProps } from './property-entry.ts';
import { propertiesOf } from './registry.ts';

interface Props {
  id: string;
  path: FieldPath;
  field: Field;
}

/** What is rarely needed stays folded until somebody asks. */
const FOLDED = new Set(['more']);

interface PropertyBoxProps {
  entry: PropertyEntry;
  props: PropertyProps;
}

/** Free words that only their own property shows: typing them need not draw the others anew. */
const WORDS: Partial<Record<string, string>> = {
  title: 'title',
  'x-title': 'title',
  'x-help': 'help',
  'x-placeholder': 'placeholder',
  'x-messages': 'messages',
  description: 'fixed-text',
};

const concerns = (name: string, keyword: string): boolean => name === 'as-text' || (WORDS[keyword] ?? name) === name;

/** Whether nothing changed that the property could show. */
const isSameFor = ({ entry, props }: PropertyBoxProps, next: PropertyBoxProps): boolean => {
  if (entry !== next.entry || props.id !== next.props.id || props.change !== next.props.change) return false;
  const [before, after] = [props.field, next.props.field] as Record<string, unknown>[];
  return Object.keys({ ...before, ...after }).every(
    (keyword) => before?.[keyword] === after?.[keyword] || !concerns(entry.name, keyword),
  );
};

const Property = memo(({ entry, props }: PropertyBoxProps) => {
  const { i18n } = useTranslation();
  const { Editor } = entry;
  return (
    <div className="designer-property" data-property={entry.name}>
      <Editor {...props} />
      {entry.hint === undefined ? null : <div className="quiet">{textIn(entry.hint, i18n.language)}</div>}
    </div>
  );
}, isSameFor);
Property.displayName = 'Property';

/** Every property of one field, in plain words. */
export const Properties = ({ id, path, field }: Props) => {
  const { t } = useTranslation();
  const { edit } = useHands();
  const hands = useMemo<Pick<PropertyProps, 'set' | 'change'>>(
    () => ({
      set: (keyword, value) => {
        edit(`${id}:${keyword}`, (form) => editField(form, path, (one) => withEntry(one, keyword, value)));
      },
      change: (about, change) => {
        edit(about, (form) => editField(form, path, change));
      },
    }),
    [edit, id, path],
  );
  const props: PropertyProps = { id, path, field, ...hands };
  const entries = propertiesOf(field, path);
  return (
    <div className="designer-properties">
      {SECTIONS.map((section) => {
        const shown = entries.filter((entry) => entry.section === section);
        if (shown.length === 0) return null;
        const body = shown.map((entry) => <Property key={entry.name} entry={entry} props={props} />);
        const label = t(`form-designer.section.${section}`);
        if (!FOLDED.has(section))
          return (
            <section key={section} aria-label={label}>
              {section === 'basic' ? null : <h3 className="designer-section">{label}</h3>}
              {body}
            </section>
          );
        return <Collapse key={section} ghost size="small" items={[{ key: section, label, children: body }]} />;
      })}
    </div>
  );
};
