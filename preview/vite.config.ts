/** Bundles the page. The code editor that some of Grafana's components could open is left out: it is most of their size. */
import { relative } from 'node:path';
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

const IN_PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/;

/** Says which packages are in the bundle, by their folders: whoever hands it on owes their licences. */
const saysPackages: Plugin = {
  name: 'says-packages',
  generateBundle(_, bundle) {
    const styles = [...this.getModuleIds()].filter((id) => id.includes('.css'));
    const code = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? Object.entries(file.modules) : []));
    // Of what was left out, nothing is handed on.
    const ids = code.flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : []));
    const folders = [...styles, ...ids].flatMap((id) => IN_PACKAGE.exec(id)?.[0] ?? []);
    const own = [...new Set(folders)].map((folder) => relative(import.meta.dirname, folder)).sort();
    this.emitFile({ type: 'asset', fileName: 'packages.json', source: JSON.stringify(own) });
  },
};

export default defineConfig({
  plugins: [react(), withoutEditor, saysPackages],
  resolve: { dedupe: ['react', 'react-dom', '@grafana/data', '@grafana/schema'] },
  build: { outDir: 'build', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 10_000, assetsInlineLimit: 0 },
  logLevel: 'error',
});
