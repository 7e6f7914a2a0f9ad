import { computeOrder } from '../../form/compute.ts';
import { type Check, say } from '../check.ts';
import { modelsOf } from '../dossier.ts';
import { fieldsIn } from '../form-walk.ts';

/** Computed fields that need each other, or one that does, never get a value. */
export const computedCircle: Check = {
  code: 'computed-circle',
  severity: 'error',
  remarks: (dossier) =>
    [...modelsOf(dossier).values()].flatMap((model) => {
      const { cycle } = computeOrder(model);
      const all = cycle.join(', ');
      return fieldsIn(model.form)
        .filter(({ name }) => cycle.includes(name))
        .map(({ path }) => ({
          of: { kind: 'Form' as const, key: model.form.$id },
          path: [...path, 'x-computed'],
          message: say(
            `这些计算项互相依赖，得不出值：${cycle.join('、')}`,
            `These are computed from each other and never get a value: ${all}`,
          ),
          suggestion: say('请让其中一项只由填写的内容算出', 'Compute one of them from what is filled in alone'),
        }));
    }),
};
