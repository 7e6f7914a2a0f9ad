import { type Check, type Remark, say, workflowsOf } from '../check.ts';

/** A side record that nobody may open is never there. */
export const matterForNobody: Check = {
  code: 'matter-for-nobody',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      Object.entries(workflow.matters ?? {}).flatMap(([key, { by = [], public: isPublic = false }]): Remark[] =>
        by.length > 0 || isPublic !== false
          ? []
          : [
              {
                of,
                path: ['matters', key],
                message: say('没有人可以提出这个事项', 'Nobody may open this matter'),
                suggestion: say('请加上 by，或 public: true', 'Add by, or public: true'),
              },
            ],
      ),
    ),
};
