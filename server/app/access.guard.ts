import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Permission } from '../contract/definition/programme.ts';
import { POLICY, type Policy } from '../modules/allow.ts';
import { DomainError } from '../modules/domain-error.ts';
import { type Identity, may } from '../modules/identity.ts';
import { SessionCookie } from '../modules/sessions/session-cookie.ts';
import { isSame } from '../modules/sessions/session-token.ts';
import { SessionsService } from '../modules/sessions/sessions.service.ts';
import type { RequestWithIdentity } from '../modules/who.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

type Request = FastifyRequest<{ Params: Record<string, string | undefined> }> & RequestWithIdentity;

const holds = (who: Identity, wanted: Permission | readonly Permission[], programme: string | undefined): boolean => {
  const permissions = typeof wanted === 'string' ? [wanted] : wanted;
  return permissions.some((permission) => may(who, permission, programme));
};

/**
 * The one gate of every route: denied unless the route's policy lets the request pass. A change needs the session's
 * token in a header too, so that another site cannot make a browser ask for it.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    private readonly cookie: SessionCookie,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy = this.reflector.getAllAndOverride<Policy | undefined>(POLICY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (policy === undefined) throw new DomainError('not-allowed');
    if (policy === 'public') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const who = await this.identify(request);
    request.identity = who;
    if (policy === 'session') return true;
    if (who.mustChangePassword) throw new DomainError('password-change-required');
    if (policy !== 'signed-in' && !holds(who, policy.permission, request.params['programme']))
      throw new DomainError('not-allowed');
    return true;
  }

  private async identify(request: Request): Promise<Identity> {
    const token = this.cookie.read(request.headers.cookie);
    const who = token === undefined ? undefined : await this.sessions.identify(token);
    if (who === undefined) throw new DomainError('not-signed-in');
    if (!SAFE_METHODS.has(request.method) && !isSame(request.headers['x-csrf-token'], who.csrf))
      throw new DomainError('cross-site');
    return who;
  }
}
