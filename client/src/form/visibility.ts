import type { FormModel } from '#engine/environment.ts';
import { rowsOf } from '#engine/form/address.ts';
import { verdictOf, type Verdict } from '#engine/form/conditions.ts';
import { rosters, rowSchema } from '#engine/form/fields.ts';

type Content = Record<string, unknown>;

export interface Visibility {
  /** Cells that a condition rules out, as places: `/<field>` or `/<roster>/<row id>/<field>`. */
  hidden: ReadonlySet<string>;
  /** Head fields that are asked for now. */
  required: ReadonlySet<string>;
}

/** Verdicts on rows that did not change are kept: a row keeps its identity as long as nobody touches it. */
const verdicts = new WeakMap<object, Verdict>();

const rowVerdict = (model: FormModel, roster: string, row: Content): Verdict => {
  const known = verdicts.get(row);
  if (known !== undefined) return known;
  const made = verdictOf(model, rowSchema(model.form, roster), row);
  verdicts.set(row, made);
  return made;
};

/** Which cells show and which are asked for, given what is filled in. */
export const visibilityOf = (model: FormModel, data: Content): Visibility => {
  const head = verdictOf(model, model.form, data);
  const inRows = rosters(model.form).flatMap(({ key }) =>
    rowsOf(model.form, data, key).flatMap((row) =>
      [...rowVerdict(model, key, row).hidden].map((field) => `/${key}/${String(row['_id'])}/${field}`),
    ),
  );
  return {
    hidden: new Set([...[...head.hidden].map((field) => `/${field}`), ...inRows]),
    required: new Set([...head.required].map((field) => `/${field}`)),
  };
};
