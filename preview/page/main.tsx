/** The page's start: fonts first, since Grafana measures text while it draws. */
import './boot.ts';
import '@fontsource/inter/latin-400.css';
import '@fontsource/inter/latin-500.css';
import '@fontsource/inter/latin-700.css';
import '@fontsource/roboto-mono/latin-400.css';
import '@grafana/react-data-grid/lib/styles.css';
import './page.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const FONTS = ['400 12px Inter', '500 12px Inter', '700 12px Inter', '400 12px "Roboto Mono"'];

await Promise.all(FONTS.map((font) => document.fonts.load(font)));
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
