import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The server that the development client talks to; `npm run dev` starts both. */
const api = 'http://127.0.0.1:3311';

/** In development, the booth under the addresses that the server gives it. */
const boothPages = (): Plugin => ({
  name: 'booth-pages',
  configureServer: ({ middlewares }) => {
    middlewares.use((request, _response, next) => {
      if (/^\/(vote|results)\/[a-z0-9-]+/.test(request.url ?? '')) request.url = '/vote.html';
      next();
    });
  },
});

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), boothPages()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // Offices still run Windows 7, whose last browsers are Chrome 109 and Firefox 115.
    target: ['chrome109', 'edge109', 'firefox115', 'safari16'],
  },
  server: { proxy: { '/api': api } },
});
