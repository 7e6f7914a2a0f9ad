import { ModulesContainer } from '@nestjs/core';
import { declaredRoutes } from '../../server/app/declared-routes.ts';
import type { Policy } from '../../server/modules/allow.ts';
import type { TestApp } from './app.ts';

export interface Route {
  method: string;
  /** As the router has it, `/api/people/:id`. */
  path: string;
  policy: Policy;
}

interface Printer {
  printRoutes(options: { commonPrefix: boolean }): string;
}

const LINE = /([^\s│├└─]\S*) \(([A-Z, ]+)\)/;

/** What the web server's router really knows, from its own printed tree. */
const routed = (system: TestApp): { method: string; path: string }[] => {
  const tree = system.server.getHttpAdapter().getInstance() as Printer;
  const stack: string[] = [];
  return tree
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const depth = Math.floor(line.search(/[^\s│├└─]/) / 4);
      if (depth < 0) return [];
      const [, part = '', methods = ''] = LINE.exec(line) ?? [];
      stack.length = Math.max(0, depth - 1);
      stack[depth - 1] = part === '' ? line.replace(/^[\s│├└─]+/, '') : part;
      const path = stack.join('');
      return methods.split(', ').flatMap((method) => (method === '' || method === 'HEAD' ? [] : [{ method, path }]));
    });
};

/** Every route of the router with the policy that its controller declares; one that no controller declares has none. */
export const routesOf = (system: TestApp): (Omit<Route, 'policy'> & { policy: Policy | undefined })[] => {
  const declared = declaredRoutes(system.server.get(ModulesContainer));
  return routed(system).map((route) => {
    const found = declared.find(({ method, path }) => method === route.method && `/api${path}` === route.path);
    return { ...route, policy: found?.policy as Policy | undefined };
  });
};
