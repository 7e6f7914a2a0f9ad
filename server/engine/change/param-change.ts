import type { Param } from '../../contract/definition/programme.ts';
import { say } from '../lint/check.ts';
import { entries } from './entries.ts';
import { type Tell, setting, table, text } from './telling.ts';

/** Values that rules are written with. */
export const params: Tell<Readonly<Record<string, Param>>> = entries<Param>({
  thing: say('参数', 'parameter'),
  added: 'B',
  removed: 'B',
  inside: table<Param>({
    type: setting('B', say('类型', 'the type')),
    value: setting('B', say('值', 'the value')),
    title: text(say('名称', 'the title')),
  }),
});
