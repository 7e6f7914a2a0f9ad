import type { Form } from '../../contract/definition/form.ts';
import { type Subject, say } from '../lint/check.ts';
import type { Change } from './change.ts';
import { fieldChanges } from './field-change.ts';
import { layoutChanges } from './layout-change.ts';
import { inBoth } from './shown-value.ts';
import { type Pair, type Place, same, setting, text } from './telling.ts';

const placeOf = (of: Subject, form: Form | undefined): Place => {
  const name = inBoth(form?.['x-layout']?.attachment ?? form?.title ?? of.key);
  return { of, path: [], name };
};

type Own = Pick<Form, '$schema' | '$id' | '$defs' | 'x-layout'>;

const OWN: { [Name in keyof Required<Own>]: ReturnType<typeof setting> } = {
  $schema: text(say('所用的模式版本', 'the version of the schema')),
  $id: setting('E', say('代码', 'the key')),
  $defs: text(say('共用的定义', 'the definitions that fields refer to')),
  'x-layout': (pair, place) => layoutChanges(pair as Pair<NonNullable<Form['x-layout']>>, place),
};

/** Everything that differs between two versions of a form, both loaded: references written out, titles joined. */
export const formChanges = (of: Subject, { before, after }: Pair<Form>): Change[] => {
  const place = placeOf(of, before ?? after);
  const own = (Object.keys(OWN) as (keyof Own)[]).flatMap((name) => {
    const pair = { before: before?.[name], after: after?.[name] };
    return same(pair.before, pair.after) ? [] : OWN[name](pair, { ...place, path: [name] });
  });
  return [...fieldChanges({ before, after }, place), ...own];
};
