import { Spin } from 'antd';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useSession } from '../api/use-session.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';

/** Lets only signed-in people through, and brings them back to where they wanted to go. */
export const RequireSession = ({ children }: { children: ReactNode }) => {
  const { data: session, isPending, error } = useSession();
  const { pathname, search } = useLocation();
  if (isPending)
    return (
      <div className="centred">
        <Spin size="large" />
      </div>
    );
  if (error !== null)
    return (
      <div className="centred">
        <ProblemAlert error={error} />
      </div>
    );
  if (session === null) return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />;
  if (session.mustChangePassword) return <Navigate to="/password" replace />;
  return children;
};
