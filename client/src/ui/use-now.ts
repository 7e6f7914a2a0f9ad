import { useQuery } from '@tanstack/react-query';
import { fetchInstallation } from '../api/session.ts';
import { setZone } from './dates.ts';

/** The installation's present instant: the server's clock, not this computer's. */
export const useNow = (): string => {
  const { data } = useQuery({ queryKey: ['installation'], queryFn: fetchInstallation });
  if (data !== undefined) setZone(data.zone);
  return data?.now ?? new Date().toISOString();
};
