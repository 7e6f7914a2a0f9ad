import { PROBLEMS } from '../../contract/problem.ts';
import type { Finding, FindingText } from '../../contract/finding.ts';
import { say } from '../../engine/lint/check.ts';
import { DomainError } from '../../modules/domain-error.ts';
import type { ProposedPlan } from '../../modules/running-cases.ts';
import type { DefinitionName } from '../../contract/key.ts';
import { fileOfName } from '../../registry/folder.ts';

/** What stands in the way of publishing, told as lint tells its findings. */

const against = (name: DefinitionName, code: string, message: FindingText, suggestion?: FindingText): Finding => ({
  code,
  severity: 'error',
  file: fileOfName(name),
  line: 1,
  column: 1,
  path: [],
  message,
  ...(suggestion === undefined ? {} : { suggestion }),
});

const ofProgramme = (programme: string): DefinitionName => ({ programme, kind: 'Programme', key: programme });

const sentenceOf = ({ code, detail }: DomainError): FindingText => {
  if (typeof detail === 'object') return say(detail.zh, detail.en);
  return detail === undefined ? say(PROBLEMS[code].zh, PROBLEMS[code].en) : say(detail, detail);
};

/** The gate's refusal at the programme's file. What is no refusal is thrown again. */
export const refusalFinding = (programme: string, error: unknown): Finding => {
  if (!(error instanceof DomainError)) throw error;
  return against(ofProgramme(programme), error.code, sentenceOf(error));
};

export const unknownAccount = (programme: string, account: string): Finding =>
  against(
    ofProgramme(programme),
    'unknown-account',
    say(`没有账号“${account}”，或它已停用`, `There is no account "${account}", or it is closed`),
  );

/** Running cases would lose their state. */
export const planWanted = (programme: string, { workflow, running, open }: ProposedPlan): Finding =>
  against(
    { programme, kind: 'Workflow', key: workflow },
    'plan-wanted',
    say(
      `${String(running)} 个在办事项需要衔接方案${open.length === 0 ? '' : `，尚待写明：${open.join('、')}`}`,
      `${String(running)} running cases need a plan${open.length === 0 ? '' : `; still to be said: ${open.join(', ')}`}`,
    ),
    say(
      '请写一份衔接方案（plan 命令会给出草稿），再用 --plan 文件 给出',
      'Write a plan (the command plan prints a draft of one) and give it with --plan FILE',
    ),
  );

const aboutPlan = (workflow: string | null): { code: string; message: FindingText } => {
  if (workflow === null) return { code: 'plan-unreadable', message: say('读不到这个文件', 'This file cannot be read') };
  if (workflow === '')
    return {
      code: 'plan-of-nothing',
      message: say('这不是一份衔接方案：缺少 workflow', 'This is no plan: it names no workflow'),
    };
  return {
    code: 'plan-of-nothing',
    message: say(
      `流程“${workflow}”没有改动，不需要方案`,
      `Nothing changes in the workflow "${workflow}": no plan is needed`,
    ),
  };
};

/** A plan that serves nothing: of a workflow that does not change, of none (empty), or a file that is not there (null). */
export const planOfNothing = (file: string, workflow: string | null): Finding => ({
  ...aboutPlan(workflow),
  severity: 'error',
  file,
  line: 1,
  column: 1,
  path: [],
});
