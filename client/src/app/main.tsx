import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import './app.css';
import { startLanguage } from '../ui/language.ts';
import { Providers } from './providers.tsx';
import { router } from './router.tsx';

const start = async (): Promise<void> => {
  await startLanguage();
  const root = document.getElementById('root');
  if (root === null) return;
  createRoot(root).render(
    <StrictMode>
      <Providers>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  );
};

void start();
