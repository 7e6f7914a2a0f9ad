import { createBrowserRouter, Navigate } from 'react-router';
import { Frame } from './frame.tsx';
import { RequireSession } from './require-session.tsx';
import { RouteFailure } from './route-failure.tsx';

/** Every page is its own download: a clinic never loads what only administrators open. */
export const router = createBrowserRouter([
  {
    errorElement: <RouteFailure />,
    hydrateFallbackElement: <></>,
    children: [
      {
        path: '/sign-in',
        lazy: async () => ({ Component: (await import('../pages/sign-in/sign-in-page.tsx')).SignInPage }),
      },
      {
        path: '/set-up',
        lazy: async () => ({ Component: (await import('../pages/set-up/set-up-page.tsx')).SetUpPage }),
      },
      {
        path: '/join/:programme/:workflow',
        lazy: async () => ({ Component: (await import('../pages/join/join-page.tsx')).JoinPage }),
      },
      {
        path: '/password',
        lazy: async () => ({ Component: (await import('../pages/password/password-page.tsx')).PasswordPage }),
      },
      {
        path: '/objections/:id/:kind',
        lazy: async () => ({ Component: (await import('../pages/objection/objection-page.tsx')).ObjectionPage }),
      },
      {
        path: '/cases/:id/print',
        lazy: async () => {
          const { PrintPage } = await import('../pages/print/print-page.tsx');
          return {
            element: (
              <RequireSession>
                <PrintPage />
              </RequireSession>
            ),
          };
        },
      },
      {
        path: '/contests/:election/certificates',
        lazy: async () => {
          const { CertificatesPage } = await import('../pages/contests/certificates-page.tsx');
          return {
            element: (
              <RequireSession>
                <CertificatesPage />
              </RequireSession>
            ),
          };
        },
      },
      {
        element: (
          <RequireSession>
            <Frame />
          </RequireSession>
        ),
        errorElement: <RouteFailure />,
        children: [
          { path: '/', lazy: async () => ({ Component: (await import('../pages/home/home-page.tsx')).HomePage }) },
          {
            path: '/cases',
            lazy: async () => ({ Component: (await import('../pages/my-cases/my-cases-page.tsx')).MyCasesPage }),
          },
          {
            path: '/cases/:id',
            lazy: async () => ({ Component: (await import('../pages/case/case-page.tsx')).CasePage }),
          },
          {
            path: '/review',
            lazy: async () => ({ Component: (await import('../pages/review/review-page.tsx')).ReviewPage }),
          },
          {
            path: '/board',
            lazy: async () => ({ Component: (await import('../pages/board/board-page.tsx')).BoardPage }),
          },
          {
            path: '/deadlines',
            lazy: async () => ({ Component: (await import('../pages/deadlines/deadlines-page.tsx')).DeadlinesPage }),
          },
          {
            path: '/contests',
            lazy: async () => ({ Component: (await import('../pages/contests/contests-page.tsx')).ContestsPage }),
          },
          {
            path: '/contests/:election',
            lazy: async () => ({ Component: (await import('../pages/contests/contest-page.tsx')).ContestPage }),
          },
          {
            path: '/organisations',
            lazy: async () => ({
              Component: (await import('../pages/organisations/organisations-page.tsx')).OrganisationsPage,
            }),
          },
          {
            path: '/people',
            lazy: async () => ({ Component: (await import('../pages/people/people-page.tsx')).PeoplePage }),
          },
          {
            path: '/audit',
            lazy: async () => ({ Component: (await import('../pages/audit/audit-page.tsx')).AuditPage }),
          },
          {
            path: '/design',
            lazy: async () => ({ Component: (await import('../pages/design/design-page.tsx')).DesignPage }),
          },
          {
            path: '/design/:programme/forms/:key',
            lazy: async () => ({
              Component: (await import('../pages/form-designer/form-designer-page.tsx')).FormDesignerPage,
            }),
          },
          {
            path: '/design/:programme/workflows/:key',
            lazy: async () => ({
              Component: (await import('../pages/workflow-designer/workflow-designer-page.tsx')).WorkflowDesignerPage,
            }),
          },
          {
            path: '/design/:programme/settings',
            lazy: async () => ({
              Component: (await import('../pages/programme-settings/programme-settings-page.tsx'))
                .ProgrammeSettingsPage,
            }),
          },
          {
            path: '/design/:programme/publish',
            lazy: async () => ({ Component: (await import('../pages/publish/publish-page.tsx')).PublishPage }),
          },
          {
            path: '/design/:programme/versions/:kind/:key',
            lazy: async () => ({ Component: (await import('../pages/publish/versions-page.tsx')).VersionsPage }),
          },
          { path: '*', element: <Navigate to="/" replace /> },
        ],
      },
    ],
  },
]);
