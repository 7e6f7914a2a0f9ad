import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import './app.css';
import { startLanguage } from '../ui/language.ts';
import { Providers } from './providers.tsx';
import { router } from './router.tsx';
import { markStyles } from './style-nonce.ts';

const start = async (): Promise<void> => {
  markStyles();
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
