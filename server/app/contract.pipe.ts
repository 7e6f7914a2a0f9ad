import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import type { ProblemCode } from '../contract/problem.ts';
import { DomainError } from '../modules/domain-error.ts';
import { sentencesOf } from './contract-sentences.ts';

const CODES: Partial<Record<ArgumentMetadata['type'], ProblemCode>> = { body: 'invalid', query: 'bad-request' };

const escapePart = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1');

const MAX_ISSUES = 100;

/**
 * Checks bodies, queries and path parameters against the contract's shape given at the parameter: `@Body({ schema })`.
 * A body answers with a pointer for each wrong place; a path parameter of the wrong form names nothing: not found.
 */
@Injectable()
export class ContractPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    const schema: unknown = metadata.schema;
    if (!(schema instanceof z.ZodType)) return value;
    const parsed = schema.safeParse(value, { reportInput: true });
    if (parsed.success) return parsed.data;
    if (metadata.type === 'param') throw new DomainError('not-found');
    const issues = parsed.error.issues.slice(0, MAX_ISSUES).map((issue) => ({
      pointer: issue.path.map((part) => `/${escapePart(part)}`).join(''),
      message: sentencesOf(issue),
      code: issue.code,
    }));
    throw new DomainError(CODES[metadata.type] ?? 'bad-request', undefined, { issues });
  }
}
