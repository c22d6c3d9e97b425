/** What packages lend to the page beside what is bundled: Grafana's components ask for it under these addresses. */

/** Where the components look for their icons, and the folder that has them. */
export const ICONS = { at: '/public/build', folder: '@grafana/ui/dist/public' } as const;

/** And for their fonts. */
export const FONTS: Readonly<Record<string, string>> = {
  '/public/fonts/inter/Inter-Regular.woff2': '@fontsource/inter/files/inter-latin-400-normal.woff2',
  '/public/fonts/inter/Inter-Medium.woff2': '@fontsource/inter/files/inter-latin-500-normal.woff2',
  '/public/fonts/inter/Inter-Italic.woff2': '@fontsource/inter/files/inter-latin-400-italic.woff2',
  '/public/fonts/roboto/L0xTDF4xlVMF-BfR8bXMIhJHg45mwgGEFl0_3vrtSM1J-gEPT5Ese6hmHSh0mQ.woff2':
    '@fontsource/roboto-mono/files/roboto-mono-latin-400-normal.woff2',
};

/** The file that stands for an address: its path inside a package's folder. */
export function lentFile(address: string): { readonly folder: string; readonly path: string } | undefined {
  const font = FONTS[address];
  if (font !== undefined) return { folder: '@fontsource', path: font.slice('@fontsource'.length) };
  return address.startsWith(ICONS.at) ? { folder: ICONS.folder, path: address.slice(ICONS.at.length) } : undefined;
}
