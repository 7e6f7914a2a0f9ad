import { type Check, type Remark, say, workflowsOf } from '../check.ts';

/** Each place has a key of its own, and a second cut is made from a place that was filled before. */
export const unknownPlace: Check = {
  code: 'unknown-place',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) => {
      const { places = [] } = workflow;
      return places.flatMap(({ key, from }, index): Remark[] => {
        const earlier = places.slice(0, index).map((place) => place.key);
        const twice: Remark = {
          of,
          path: ['places', index, 'key'],
          message: say(`奖项“${key}”出现两次`, `The place "${key}" stands twice`),
          suggestion: say('请另取一个 key', 'Give it another key'),
        };
        const late: Remark = {
          of,
          path: ['places', index, 'from'],
          message: say(`前面没有名为“${String(from)}”的奖项`, `No place "${String(from)}" stands before this one`),
          suggestion: say('from 只能写排在前面的奖项', 'Name a place further up'),
        };
        return [
          ...(earlier.includes(key) ? [twice] : []),
          ...(from !== undefined && !earlier.includes(from) ? [late] : []),
        ];
      });
    }),
};
