import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    // Everything the page needs is in one script and one stylesheet: it is served from the same machine.
    chunkSizeWarningLimit: 1_500,
    assetsInlineLimit: 0,
  },
});
