import { HttpException } from '@nestjs/common';
import type { ProblemCode } from '../contract/problem.ts';
import { DomainError } from '../modules/domain-error.ts';
import { databaseErrorIn, domainErrorFrom } from './constraint-problems.ts';

/** Errors of the web server by their code, in the words of the problem table. */
const SERVER_ERRORS: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_REQ_FILE_TOO_LARGE: 'too-large',
  FST_FILES_LIMIT: 'too-large',
  FST_PARTS_LIMIT: 'too-large',
  FST_FIELDS_LIMIT: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-type',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported-type',
};

const BY_STATUS: Record<number, ProblemCode> = {
  400: 'bad-request',
  401: 'not-signed-in',
  403: 'cross-site',
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-type',
  429: 'too-many-requests',
  503: 'unavailable',
};

const statusOf = (error: unknown): number | undefined => {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
};

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

/**
 * Any error as the refusal it stands for; undefined for a fault of the program, about which the outside learns nothing.
 * Guards of our own throw DomainErrors, so a bare 403 is the framework's cross-origin protection.
 */
export const translateError = (error: unknown): DomainError | undefined => {
  if (error instanceof DomainError) return error;
  const named = SERVER_ERRORS[codeOf(error)];
  if (named !== undefined) return new DomainError(named);
  const status = statusOf(error);
  if (status !== undefined && status < 500) return new DomainError(BY_STATUS[status] ?? 'bad-request');
  const fromDatabase = databaseErrorIn(error);
  if (fromDatabase !== undefined) return domainErrorFrom(fromDatabase);
  if (status === 503) return new DomainError('unavailable');
  if (error instanceof Error && /timeout exceeded when trying to connect|Connection terminated/.test(error.message))
    return new DomainError('unavailable');
  return undefined;
};
