import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ProblemBody, type ProblemIssue, PROBLEMS, type Sentence } from '../contract/problem.ts';
import { DomainError, type DomainIssue } from '../modules/domain-error.ts';
import { languageOf, ownLanguage } from '../modules/language.ts';
import { translateError } from './error-translation.ts';

const inLanguage = (text: Sentence | string, language: 'zh' | 'en'): string =>
  typeof text === 'string' ? text : text[language];

const issueIn = ({ message, ...issue }: DomainIssue, language: 'zh' | 'en'): ProblemIssue => ({
  ...issue,
  message: inLanguage(message, language),
});

/** The problem body of a refusal, as RFC 9457 has it, in one of the product's languages. */
const problemBody = (error: DomainError, request: { id: string; language: 'zh' | 'en' }): ProblemBody => {
  const { status, ...titles } = PROBLEMS[error.code];
  return {
    type: `urn:formflow:problem:${error.code}`,
    title: titles[request.language],
    status,
    ...(error.detail === undefined ? {} : { detail: inLanguage(error.detail, request.language) }),
    instance: `urn:formflow:request:${request.id}`,
    code: error.code,
    ...(error.reason === undefined ? {} : { reason: error.reason }),
    ...(error.issues.length === 0 ? {} : { errors: error.issues.map((issue) => issueIn(issue, request.language)) }),
    ...error.extensions,
  };
};

/** Answers with a refusal in the language of the request. */
export const writeProblem = (refusal: DomainError, request: FastifyRequest, reply: FastifyReply): void => {
  const language = ownLanguage(languageOf(request.headers['accept-language']));
  const body = problemBody(refusal, { id: request.id, language });
  if (typeof body['retryAfter'] === 'number') void reply.header('retry-after', String(body['retryAfter']));
  void reply
    .status(body.status)
    .header('cache-control', 'no-store')
    .header('content-language', language === 'zh' ? 'zh-CN' : 'en')
    .type('application/problem+json')
    .send(body);
};

/** Writes every error to the wire as `application/problem+json`; what nobody foresaw is logged under the request's id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = translateError(error);
    if (refusal === undefined) request.log.error({ err: error }, 'unexpected error');
    if (!reply.sent) writeProblem(refusal ?? new DomainError('internal'), request, reply);
  }
}
