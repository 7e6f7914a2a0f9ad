import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from './domain-error.ts';
import type { Identity } from './identity.ts';

/** The part of a request that the guard fills in. */
export interface RequestWithIdentity {
  identity?: Identity;
}

/** `@Who() who: Identity`: the signed-in person, as the guard found the session. Not for public routes. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Identity => {
  const { identity } = context.switchToHttp().getRequest<RequestWithIdentity>();
  if (identity === undefined) throw new DomainError('not-signed-in');
  return identity;
});
