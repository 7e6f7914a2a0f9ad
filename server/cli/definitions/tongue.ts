import type { FindingText } from '../../contract/finding.ts';

export type Tongue = keyof FindingText;

/** The language of the output: as asked for, else Chinese where the machine speaks it, else English. */
export const tongueOf = (asked: string | undefined): Tongue => {
  const wanted = asked ?? Intl.DateTimeFormat().resolvedOptions().locale;
  return wanted.startsWith('zh') ? 'zh-CN' : 'en';
};
