import Form from '@rjsf/core';
import { Theme } from '@rjsf/antd';
import type { ValidatorType } from '@rjsf/utils';
import { useCallback, useMemo, useRef, type Ref, useImperativeHandle } from 'react';
import type { FormPackage } from '#contract/wire/definition.ts';
import type { CellAddress } from '#contract/wire/case.ts';
import type { GridHandle } from '../grid/grid-props.ts';
import { FieldTemplate } from './field-template.tsx';
import './form.css';
import { placeOf, type FormContext } from './form-context.ts';
import { JumpContext } from './jump-context.ts';
import { ObjectTemplate } from './object-template.tsx';
import { RosterField } from './roster-field.tsx';
import { uiSchemaOf } from './ui-schema.ts';
import { ValueField } from './value-field.tsx';

export interface SchemaFormHandle {
  /** Goes to a field or a cell of a roster. */
  jumpTo: (address: CellAddress) => void;
  /** Keeps what is being typed in a grid, before saving or submitting. */
  keepTyping: () => void;
}

interface Props {
  pack: FormPackage;
  validator: ValidatorType;
  data: Record<string, unknown>;
  context: FormContext;
  onChange: (data: Record<string, unknown>) => void;
  ref?: Ref<SchemaFormHandle>;
}

const FIELDS = { value: ValueField, roster: RosterField };
const TEMPLATES = { ...Theme.templates, FieldTemplate, ObjectFieldTemplate: ObjectTemplate };

const focusField = (address: CellAddress): void => {
  const place = CSS.escape(placeOf(address));
  const element = document.querySelector<HTMLElement>(
    `[data-place="${place.replaceAll('\\/', '/').replaceAll('\\.', '.')}"]`,
  );
  element?.scrollIntoView({ block: 'center' });
  element?.querySelector<HTMLElement>('input, textarea, select, button, [tabindex]')?.focus();
};

/** A form of a definition, filled or read. Checking is done outside and comes back in the context. */
export const SchemaForm = ({ pack, validator, data, context, onChange, ref }: Props) => {
  const grids = useRef(new Map<string, GridHandle>());
  const register = useCallback((roster: string, handle: GridHandle | null): void => {
    if (handle === null) grids.current.delete(roster);
    else grids.current.set(roster, handle);
  }, []);
  useImperativeHandle(ref, () => ({
    jumpTo: (address) => {
      const grid = address.roster === undefined ? undefined : grids.current.get(address.roster);
      if (grid !== undefined && address.row !== undefined)
        grid.focusCell(address.row, address.field === '' ? undefined : address.field);
      else focusField(address);
    },
    keepTyping: () => {
      for (const grid of grids.current.values()) grid.keepDraft();
    },
  }));
  const uiSchema = useMemo(() => uiSchemaOf(context.form, context.locale), [context.form, context.locale]);
  return (
    <JumpContext.Provider value={register}>
      <Form
        tagName="div"
        idPrefix="form"
        schema={pack.schema}
        uiSchema={uiSchema}
        validator={validator}
        formData={data}
        formContext={context}
        fields={FIELDS as never}
        templates={TEMPLATES as never}
        widgets={Theme.widgets ?? {}}
        showErrorList={false}
        experimental_defaultFormStateBehavior={{
          emptyObjectFields: 'skipDefaults',
          arrayMinItems: { populate: 'never' },
        }}
        onChange={(event) => {
          onChange((event.formData ?? {}) as Record<string, unknown>);
        }}
      >
        <></>
      </Form>
    </JumpContext.Provider>
  );
};
