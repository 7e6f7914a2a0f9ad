import { isReporting } from '../../action.ts';
import { type Check, type Path, type Remark, type Subject, type WorkflowSubject, say, workflowsOf } from '../check.ts';
import { audienceKinds } from '../deadlines.ts';

const reportDeadlines = ({ workflow }: WorkflowSubject): string[] =>
  Object.values(workflow.states)
    .filter(isReporting)
    .flatMap(({ deadline }) => (deadline === undefined ? [] : [deadline].flat()));

const lacking = (kinds: readonly string[], has: readonly string[]): string[] =>
  kinds.filter((kind) => !has.includes(kind));

const noDue = (of: Subject, path: Path, kind: string): Remark => ({
  of,
  path,
  message: say(`单位类别“${kind}”没有到期日`, `Organisations of kind "${kind}" have no due date`),
  suggestion: say(`请加上 ${kind}`, `Add ${kind}`),
});

/** Every kind of the audience has its periods, and a due date wherever it reports. */
export const kindWithoutDue: Check = {
  code: 'kind-without-due',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap((about): Remark[] => {
      const { of, workflow } = about;
      if (!workflow.subject.per.includes('organisation')) return [];
      const kinds = audienceKinds(dossier, about);
      const periods = workflow.periods;
      const ofPeriods =
        periods !== undefined && 'for' in periods
          ? lacking(kinds, Object.keys(periods.for)).map((kind) => noDue(of, ['periods', 'for'], kind))
          : [];
      const ofDeadlines = [...new Set(reportDeadlines(about))].flatMap((key) => {
        const deadline = workflow.deadlines?.[key];
        if (deadline?.for === undefined || deadline.default !== undefined) return [];
        return lacking(kinds, Object.keys(deadline.for)).map((kind) => noDue(of, ['deadlines', key, 'for'], kind));
      });
      return [...ofPeriods, ...ofDeadlines];
    }),
};
