import { type Check, type Remark, say, workflowsOf } from '../check.ts';

/** A draw fills no places, and is held with a ballot, whose entries it draws from. */
export const drawMisfit: Check = {
  code: 'draw-misfit',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow: { draw, places, ballots } }): Remark[] => {
      if (draw === undefined) return [];
      const beside: Remark = {
        of,
        path: ['places'],
        message: say('抽签与奖项不能同时使用', 'A draw and places do not go together'),
        suggestion: say('请保留其中之一', 'Keep one of them'),
      };
      const alone: Remark = {
        of,
        path: ['draw'],
        message: say(
          '没有投票，抽签无从得到参评项目和种子',
          'Without a ballot there are neither entries nor a seed to draw from',
        ),
        suggestion: say('请加上 ballots', 'Add ballots'),
      };
      return [...(places === undefined ? [] : [beside]), ...(ballots === undefined ? [alone] : [])];
    }),
};
