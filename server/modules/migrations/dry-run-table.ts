import type { FindingText } from '../../contract/finding.ts';
import { valueFingerprint } from '../../registry/fingerprint.ts';
import { ownLanguage } from '../language.ts';
import type { DryRunTable } from '../running-cases.ts';
import type { DryRunRow } from './dry-run-row.ts';

/** A case of a dry run, with what would happen to it in words. */
export interface ToldRow {
  row: DryRunRow;
  words: FindingText;
}

const TITLES = {
  zh: ['事项', '流程', '单位', '周期', '结果', '原环节', '新环节', '逾期变化', '说明'],
  en: ['Case', 'Workflow', 'Organisation', 'Period', 'Outcome', 'From', 'To', 'Lateness', 'What happens'],
};

const OUTCOMES = {
  zh: { moves: '转到新环节', stays: '留在原环节', stranded: '没有去向' },
  en: { moves: 'moves', stays: 'stays', stranded: 'nowhere to go' },
};

const TURNS = {
  zh: { late: '变为逾期', 'on-time': '不再逾期' },
  en: { late: 'would be late', 'on-time': 'no longer late' },
};

/** One line a case, in the order of their ids. */
export const tableOf = (told: readonly ToldRow[], language: string): DryRunTable => {
  const own = ownLanguage(language);
  const lines = told.map(({ row, words }) => [
    row.case,
    row.workflow,
    row.organisation ?? '',
    row.period ?? '',
    OUTCOMES[own][row.outlook.outcome],
    row.from,
    row.outlook.to ?? '',
    row.outlook.turns === null ? '' : TURNS[own][row.outlook.turns],
    own === 'zh' ? words['zh-CN'] : words.en,
  ]);
  return {
    lines: [TITLES[own], ...lines],
    fingerprint: valueFingerprint(told.map(({ row }) => [row.case, row.lockVersion])),
  };
};
