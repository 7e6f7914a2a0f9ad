import type { ObjectFieldTemplateProps } from '@rjsf/utils';
import type { Field } from '#contract/definition/field.ts';
import type { FormContext } from './form-context.ts';
import { isRoster, kindOf } from './kind.ts';

type Props = ObjectFieldTemplateProps<unknown, Record<string, unknown>, FormContext>;

const WIDE = new Set(['long-text', 'choices', 'file', 'fixed']);

const isWide = (field: Field | undefined): boolean => field === undefined || isRoster(field) || WIDE.has(kindOf(field));

/** Fields side by side on a wide screen, one below the other on a phone; rosters and long texts take the whole width. */
export const ObjectTemplate = (props: Props) => {
  const inner = (
    <div className="fields">
      {props.properties.map(({ name, content }) => {
        const field = (props.uiSchema?.[name] as { 'ui:options'?: { source?: Field } } | undefined)?.['ui:options']
          ?.source;
        return (
          <div key={name} className={isWide(field) ? 'wide' : ''}>
            {content}
          </div>
        );
      })}
    </div>
  );
  if (props.fieldPathId.path.length === 0) return inner;
  return (
    <fieldset className="section">
      <legend>{props.title}</legend>
      {inner}
    </fieldset>
  );
};
