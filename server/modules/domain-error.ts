import type { ProblemCode, ProblemIssue, Sentence } from '../contract/problem.ts';

/** One wrong place as a service tells it; the filter chooses the language of the sentence. */
export interface DomainIssue extends Omit<ProblemIssue, 'message'> {
  message: Sentence | string;
}

/** What may go with an error beside its sentence: wrong places, a refusal's reason, further members of the problem body. */
export interface ErrorDetails {
  issues?: readonly DomainIssue[];
  /** The engine's reason, for the code `refused`. */
  reason?: string;
  /** Members that the client needs to go on (the new state of a stale case, seconds to wait). Never personal data. */
  extensions?: Record<string, unknown>;
}

/**
 * The one way in which a service refuses: a code of the problem table and a sentence about this occurrence.
 * It knows nothing of HTTP; the problem filter writes it to the wire in the language of the request.
 */
export class DomainError extends Error {
  readonly code: ProblemCode;
  readonly detail: Sentence | string | undefined;
  readonly issues: readonly DomainIssue[];
  readonly reason: string | undefined;
  readonly extensions: Record<string, unknown>;

  constructor(code: ProblemCode, detail?: Sentence | string, details: ErrorDetails = {}) {
    super(typeof detail === 'string' ? detail : (detail?.en ?? code));
    this.name = 'DomainError';
    this.code = code;
    this.detail = detail;
    this.issues = details.issues ?? [];
    this.reason = details.reason;
    this.extensions = details.extensions ?? {};
  }
}
