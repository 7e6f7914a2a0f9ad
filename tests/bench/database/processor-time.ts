import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

interface Times {
  parent: number;
  own: number;
  /** Of children that have ended. */
  ended: number;
}

const timesOf = (pid: number): Times | undefined => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ').map(Number) ?? [];
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
    return { parent: fields[1] ?? 0, own: (user + system) * TICK_MS, ended: (endedUser + endedSystem) * TICK_MS };
  } catch {
    return undefined;
  }
};

/** Processor time of a process so far, in milliseconds; NaN where the system has no /proc. */
export const processorTime = (pid: number): number => timesOf(pid)?.own ?? Number.NaN;

/** The same of a whole PostgreSQL server: the postmaster of the data folder and all that it started. */
export const postgresTime = (place: string): number => {
  if (!existsSync('/proc/self/stat')) return Number.NaN;
  const postmaster = Number(readFileSync(join(place, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const all = readdirSync('/proc').flatMap((name) => {
    const times = /^\d+$/.test(name) ? timesOf(Number(name)) : undefined;
    return times?.parent === postmaster ? [times.own] : [];
  });
  const own = timesOf(postmaster);
  return all.reduce((sum, one) => sum + one, (own?.own ?? 0) + (own?.ended ?? 0));
};
