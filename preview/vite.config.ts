/** Bundles the page. The code editor that some of Grafana's components could open is left out: it is most of their size. */
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const EDITOR = /^(?:monaco-editor|@monaco-editor\/react)/;
const NOTHING = `
export default () => null;
export const loader = { config() {}, init: () => new Promise(() => {}) };
export const Editor = () => null, DiffEditor = () => null, useMonaco = () => null;
export const editor = {}, languages = {}, Range = class {};
`;

const withoutEditor: Plugin = {
  name: 'without-editor',
  enforce: 'pre',
  resolveId: (id) => (EDITOR.test(id) ? '\0no-editor' : undefined),
  load: (id) => (id === '\0no-editor' ? NOTHING : undefined),
};

export default defineConfig({
  plugins: [react(), withoutEditor],
  resolve: { dedupe: ['react', 'react-dom', '@grafana/data', '@grafana/schema'] },
  build: { outDir: 'build', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 10_000, assetsInlineLimit: 0 },
  logLevel: 'error',
});
