import { SetMetadata } from '@nestjs/common';
import type { Permission } from '../contract/definition/programme.ts';

/**
 * Who may call a route. `public`: anybody. `session`: whoever has a session, even one whose password must first be set.
 * `signed-in`: everybody signed in. `permission`: whoever holds one of the permissions, in the programme of the path
 * (`:programme`) where the path names one, else anywhere, and then the service narrows the answer to the person's programmes.
 */
export type Policy = 'public' | 'session' | 'signed-in' | { permission: Permission | readonly Permission[] };

export const POLICY = Symbol('policy');

/** Names the policy of a route or of all routes of a controller. A route without one keeps the system from starting. */
export const Allow = (policy: Policy): ClassDecorator & MethodDecorator => SetMetadata(POLICY, policy);
