import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (folder: string) => path.resolve(import.meta.dirname, folder);
const shared = { '@shared': at('src-shared') };

// The main process and the preloads run on Electron 25 as well as on the current one: Node 18,
// CommonJS (a sandboxed preload cannot be an ES module). The preload has nothing to require but
// Electron, so everything it imports is bundled.
export default defineConfig({
  main: {
    resolve: { alias: { ...shared, '@main': at('src-main') } },
    build: {
      outDir: 'out/main',
      target: 'node18',
      // A package carries no node_modules: main brings everything along.
      externalizeDeps: false,
      sourcemap: true,
      rollupOptions: {
        input: { index: at('src-main/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    resolve: { alias: { ...shared, '@main': at('src-main') } },
    build: {
      outDir: 'out/preload',
      target: 'node18',
      externalizeDeps: false,
      rollupOptions: {
        input: { bridge: at('src-main/preload/bridge.ts') },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    plugins: [react()],
    // npm run dev chooses the port: the hub has to know the origin of the pages.
    server: { port: Number(process.env['PARLANCE_DEV_PORT'] ?? 5173), strictPort: true },
    resolve: { alias: { ...shared, '@renderer': at('src-renderer') } },
    build: {
      outDir: at('out/renderer'),
      target: 'chrome114',
      minify: true,
      rollupOptions: {
        input: {
          app: at('src-renderer/app/index.html'),
          engine: at('src-renderer/engine/index.html'),
          card: at('src-renderer/card/index.html'),
          customer: at('src-renderer/customer/index.html'),
          wall: at('src-renderer/wall/index.html'),
        },
      },
    },
  },
});
