import type { Finding } from '../../contract/finding.ts';
import type { Coverage } from '../../registry/rehearse.ts';
import type { Tongue } from './tongue.ts';

/** Findings and figures as lines for people; editors read the places as `file:line:column`. */

export const findingLine = (
  { file, line, column, severity, code, message, suggestion }: Finding,
  tongue: Tongue,
): string => {
  const grave = { error: { 'zh-CN': '错误', en: 'error' }, warning: { 'zh-CN': '警告', en: 'warning' } }[severity][
    tongue
  ];
  const mend = suggestion === undefined ? '' : `${tongue === 'en' ? '. ' : '。'}${suggestion[tongue]}`;
  return `${file}:${String(line)}:${String(column)} ${grave} ${code} ${message[tongue]}${mend}`;
};

const count = (findings: readonly Finding[], severity: Finding['severity']): number =>
  findings.filter((finding) => finding.severity === severity).length;

export const summaryLine = (findings: readonly Finding[], definitions: number, tongue: Tongue): string => {
  const [errors, warnings] = [count(findings, 'error'), count(findings, 'warning')];
  return tongue === 'en'
    ? `${String(definitions)} definitions, ${String(errors)} errors, ${String(warnings)} warnings`
    : `${String(definitions)} 个定义，${String(errors)} 个错误，${String(warnings)} 个警告`;
};

export const coverageLine = ({ workflow, scenarios, covered, all }: Coverage, tongue: Tongue): string => {
  const share = all === 0 ? 100 : Math.floor((covered / all) * 100);
  return tongue === 'en'
    ? `${workflow}: ${String(scenarios)} scenarios, ${String(covered)} of ${String(all)} actions (${String(share)} %)`
    : `${workflow}：${String(scenarios)} 个场景，覆盖 ${String(all)} 个操作中的 ${String(covered)} 个（${String(share)}%）`;
};
