/** Pages that are one file of HTML, and text inside them: it shows as it is, between tags and between an attribute's quotes. */

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text within an element or an attribute; control characters show nowhere.
 *
 * @example htmlText('<b> & "c"') // '&lt;b&gt; &amp; &quot;c&quot;'
 */
export function htmlText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '').replace(/[\p{Cc}\p{Cs}]+/gu, ' ');
}

/** A page; all of it is HTML already but its title. */
export interface HtmlPage {
  readonly title: string;
  /** Lines of its head, besides what every page has. */
  readonly head?: readonly string[];
  readonly style: string;
  readonly body: readonly string[];
  readonly script: string;
}

/**
 * The whole page.
 *
 * @example htmlPage({ title: 'Orders', style: '', body: ['<p>3 wait</p>'], script: '' }).split('\n')[5] // '<title>Orders</title>'
 */
export function htmlPage({ title, head = [], style, body, script }: HtmlPage): string {
  return `${[
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${htmlText(title)}</title>`,
    ...head,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    ...body,
    `<script>${script}</script>`,
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}
