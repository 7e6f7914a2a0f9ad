import { useQuery } from '@tanstack/react-query';
import type { SessionView } from '#contract/wire/session.ts';
import type { Permission } from '#contract/definition/programme.ts';
import { fetchSession } from './session.ts';

/** Who is signed in: undefined while asking, null where nobody is. */
export const useSession = () => useQuery({ queryKey: ['session'], queryFn: fetchSession, staleTime: 60_000 });

export const may = (session: SessionView | null | undefined, ...permissions: Permission[]): boolean =>
  permissions.some((permission) => session?.permissions.includes(permission) ?? false);
