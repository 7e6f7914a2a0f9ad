import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The server that the development client talks to; `npm run dev` starts both. */
const api = 'http://127.0.0.1:3311';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // Offices still run Windows 7, whose last browsers are Chrome 109 and Firefox 115.
    target: ['chrome109', 'edge109', 'firefox115', 'safari16'],
  },
  server: { proxy: { '/api': api } },
});
