import type { FindingView } from '#contract/wire/design.ts';
import { dotted, fieldOfPlace } from './place.ts';

/** What lint says of the form, at the field that it is about. */
export interface Problem {
  /** Dotted path; empty for the form itself. */
  field: string;
  keyword: string | null;
  severity: 'error' | 'warning';
  message: string;
  suggestion: string | null;
  line: number;
  column: number;
}

export const problemsOf = (findings: readonly FindingView[], locale: string): Problem[] =>
  findings.map(({ path, severity, message, suggestion, line, column }) => {
    const place = fieldOfPlace(path);
    const language = locale === 'en' ? 'en' : 'zh-CN';
    return {
      field: dotted(place.path),
      keyword: place.keyword,
      severity,
      message: message[language],
      suggestion: suggestion?.[language] ?? null,
      line,
      column,
    };
  });

/** The gravest problem of each field. */
export const gravest = (problems: readonly Problem[]): ReadonlyMap<string, 'error' | 'warning'> => {
  const map = new Map<string, 'error' | 'warning'>();
  for (const { field, severity } of problems) if (map.get(field) !== 'error') map.set(field, severity);
  return map;
};
