import type { ProblemBody, ProblemIssue } from '#contract/problem.ts';

/** A request that the server refused, or that never reached it (`status` 0, `code` 'offline'). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly issues: ProblemIssue[];
  readonly body: Partial<ProblemBody>;

  constructor(body: Partial<ProblemBody> & { status: number; code?: string }) {
    super(body.detail ?? body.title ?? '');
    this.name = 'ApiProblem';
    this.status = body.status;
    this.code = body.code ?? 'internal';
    this.issues = body.errors ?? [];
    this.body = body;
  }
}

export const isOffline = (error: unknown): boolean => error instanceof ApiProblem && error.status === 0;
export const isSignedOut = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'not-signed-in';
