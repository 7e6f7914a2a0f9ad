import type { Finding } from '../../contract/finding.ts';
import { DomainError } from '../domain-error.ts';

/** How many errors are told one by one. */
const MOST = 200;

/** The findings as one refusal; each place is named by file, line and column. */
export const refusalOf = (findings: readonly Finding[]): DomainError => {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return new DomainError('definition-invalid', undefined, {
    issues: errors.slice(0, MOST).map(({ file, line, column, code, message, suggestion }) => {
      const at = `${file}:${line}:${column}`;
      return {
        pointer: '',
        code,
        message: {
          zh: `${at} ${message['zh-CN']}${suggestion === undefined ? '' : `。${suggestion['zh-CN']}`}`,
          en: `${at} ${message.en}${suggestion === undefined ? '' : `. ${suggestion.en}`}`,
        },
      };
    }),
    extensions: { findings },
  });
};
