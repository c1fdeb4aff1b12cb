import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// A developer may point the app at any running server; the default is the one `./leadwell start` opens.
const server = process.env.LEADWELL_SERVER ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': server, '/v3': server } },
  build: { outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 1500 },
  test: { include: ['src/**/*.test.ts'] },
});
