import { z } from 'zod';
import { Installation, SessionView } from '#contract/wire/session.ts';
import { ApiProblem } from './problem.ts';
import { carried, command, request } from './request.ts';

const remember = (session: SessionView): SessionView => {
  carried.csrf = session.csrf;
  return session;
};

export const fetchInstallation = (): Promise<Installation> => request(Installation, '/api/installation');

/** The session of this browser, or null where nobody is signed in. */
export const fetchSession = async (): Promise<SessionView | null> => {
  try {
    return remember(await request(SessionView, '/api/session'));
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
};

export const signIn = async (account: string, password: string): Promise<SessionView> =>
  remember(await request(SessionView, '/api/session', { method: 'POST', body: { account, password } }));

export const signInToDemonstration = async (account: string): Promise<SessionView> =>
  remember(await request(SessionView, '/api/session/demonstration', { method: 'POST', body: { account } }));

export const signOut = (): Promise<void> => command('/api/session', { method: 'DELETE' });

export const changePassword = async (current: string, next: string): Promise<SessionView> =>
  remember(await request(SessionView, '/api/session/password', { method: 'POST', body: { current, next } }));

export const setUp = async (body: {
  token: string;
  account: string;
  name: string;
  password: string;
}): Promise<SessionView> => remember(await request(SessionView, '/api/set-up', { method: 'POST', body }));

export const moveClock = (to: string): Promise<{ now: string }> =>
  request(z.object({ now: z.string() }), '/api/demonstration/clock', { method: 'POST', body: { to } });
