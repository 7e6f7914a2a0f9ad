import type { Field } from '../../contract/definition/field.ts';
import { didYouMean } from '../expression-suggest.ts';
import { type Path, type Remark, type Subject, say } from './check.ts';

/** Fields named inside definitions: by key, or by keys parted by dots through sections and rosters. */

const inner = (field: Field): Record<string, Field> => field.properties ?? field.items?.properties ?? {};

/** The field of a dotted path seen from an object or a roster, or undefined. */
export const fieldAt = (from: Field, name: string): Field | undefined =>
  name
    .split('.')
    .reduce<Field | undefined>(
      (field, key) => (field !== undefined && Object.hasOwn(inner(field), key) ? inner(field)[key] : undefined),
      from,
    );

const names = (from: Field, prefix = ''): string[] =>
  Object.entries(inner(from)).flatMap(([key, field]) => [`${prefix}${key}`, ...names(field, `${prefix}${key}.`)]);

export interface FieldReference {
  path: Path;
  name: string;
  /** The object, roster or form from which the name is seen. */
  from: Field;
}

/** The remarks on those references that name no field. */
export const unknownFields = (of: Subject, references: readonly FieldReference[]): Remark[] =>
  references
    .filter(({ from, name }) => fieldAt(from, name) === undefined)
    .map(({ path, name, from }) => {
      const known = names(from);
      const meant = didYouMean(name, known) ?? known.find((other) => other.endsWith(`.${name}`));
      const some = known.slice(0, 12);
      return {
        of,
        path,
        message: say(`没有名为“${name}”的字段`, `There is no field "${name}"`),
        suggestion:
          meant === undefined
            ? say(`可用：${some.join('、')}`, `Known: ${some.join(', ')}`)
            : say(`是否要写“${meant}”？`, `Did you mean "${meant}"?`),
      };
    });
