import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, type ModulesContainer } from '@nestjs/core';
import { POLICY } from '../modules/allow.ts';

/** One route as its controller declares it. */
export interface DeclaredRoute {
  controller: string;
  handler: string;
  method: string;
  path: string;
  policy: unknown;
  /** The method itself, which carries what decorators said of it. */
  target: object;
}

const pathsOf = (target: object): string[] => {
  const path: unknown = Reflect.getMetadata(PATH_METADATA, target);
  return (Array.isArray(path) ? path : [path]).map((one) => (typeof one === 'string' ? one : ''));
};

const join = (prefix: string, path: string): string =>
  `/${[prefix, path]
    .map((part) => part.replace(/^\/+|\/+$/g, ''))
    .filter(Boolean)
    .join('/')}`;

const routesOf = (controller: Type): DeclaredRoute[] => {
  const prototype = controller.prototype as Record<string, object>;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((handler) => {
    const target = prototype[handler];
    const method: unknown = target === undefined ? undefined : Reflect.getMetadata(METHOD_METADATA, target);
    if (target === undefined || typeof method !== 'number') return [];
    const policy: unknown = Reflect.getMetadata(POLICY, target) ?? Reflect.getMetadata(POLICY, controller);
    return pathsOf(controller).flatMap((prefix) =>
      pathsOf(target).map((path) => ({
        controller: controller.name,
        handler,
        method: RequestMethod[method] ?? 'ALL',
        path: join(prefix, path),
        policy,
        target,
      })),
    );
  });
};

/** Every route of every controller with its policy, from the declarations themselves. */
export const declaredRoutes = (modules: ModulesContainer): DeclaredRoute[] =>
  [...modules.values()].flatMap((module) =>
    [...module.controllers.values()].flatMap(({ metatype }) =>
      metatype === null || !('prototype' in metatype) ? [] : routesOf(metatype as Type),
    ),
  );

/** Refuses to start with a route that no policy names: forgetting one must not open it. */
export const refuseUnlistedRoutes = (routes: readonly DeclaredRoute[]): void => {
  const unlisted = routes.filter(({ policy }) => policy === undefined);
  if (unlisted.length === 0) return;
  const names = unlisted.map(({ controller, handler, method, path }) => `${method} ${path} (${controller}.${handler})`);
  throw new Error(`Routes without @Allow: ${names.join(', ')}`);
};
