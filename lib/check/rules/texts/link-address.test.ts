import * as panel from 'plainsight/panels';
import { describeRule } from '../../../../test/support/rule-cases.ts';
import { queueLength, shop } from '../../../../test/support/shop.ts';
import type { Link } from '../../../model/field.ts';
import { linkAddress } from './link-address.ts';

const linked = (url: string) => shop({ dashboard: { links: [{ title: 'Orders', to: { url } }] } });
const text = (markdown: string) =>
  shop({ panels: [panel.text({ key: 'note', title: 'Note', description: '', markdown })] });
const note = { where: 'dashboard shop / panel note' };
const cells = (before: string) =>
  shop({
    panels: [
      panel.table(queueLength, {
        key: 'table',
        by: ['job'],
        columns: [{ field: 'job', link: { title: 'Job', before } }, { field: 'Value' }],
      }),
    ],
  });
const inPanel = (link: Link) =>
  shop({ panels: [panel.text({ key: 'note', title: 'Note', description: '', markdown: '', links: [link] })] });

describeRule(linkAddress, {
  example: linked('javascript:alert(1)'),
  allows: [
    ...[
      'https://example.org/orders?of=1#a',
      'http://localhost:3000',
      'HTTPS://EXAMPLE.ORG',
      '/d/shop?var-a=${a}&${__url_time_range}',
      '/',
    ].map((url) => [url, linked(url)] as const),
    ['a dashboard', shop({ dashboard: { links: [{ title: 'Shop', to: { dashboard: 'shop' } }] } })],
    ['a cell below an address', cells('/d/')],
    ['text about them', text('`javascript:` is refused, [this](https://example.org/data:x) is not')],
  ],
  finds: [
    ...[
      'data:text/html,x',
      'vbscript:x',
      'JaVaScRiPt:x',
      '//example.org',
      '/\\example.org',
      'example.org',
      'ftp://example.org',
      'mailto:a@example.org',
      'file:///etc/passwd',
      '${__data.fields.url}',
      'https://',
      '?a=b',
    ].map((url) => [url, linked(url), { found: `the link "Orders" to ${url}` }] as const),
    ['nothing', linked(''), { found: 'the link "Orders" to nothing' }],
    ['a line break', linked('java\nscript:x'), { found: 'the link "Orders" to "java\\nscript:x"' }],
    [
      'a control character first',
      linked('\u0001javascript:x'),
      { found: 'the link "Orders" to "\\u0001javascript:x"' },
    ],
    ['a blank in it', linked('https://example.org/a b'), { found: 'the link "Orders" to "https://example.org/a b"' }],
    ["a panel's", inPanel({ title: 'More', to: { url: 'data:x' } }), { ...note, found: 'the link "More" to data:x' }],
    [
      'a cell that is the address',
      cells(''),
      { where: 'dashboard shop / panel table', found: 'the link "Job" to nothing' },
    ],
    ['Markdown', text('[click](javascript:alert(1))'), { ...note, found: 'the link "the text" to javascript:alert(1' }],
    ['HTML', text('<a href="JavaScript:x">y</a>'), { ...note, found: 'the link "the text" to JavaScript:x' }],
    [
      'the site itself',
      shop({ site: { grafana: 'javascript:x', runbooks: 'https://example.org/', alertmanager: 'alertmanager:9093' } }),
      { where: 'site grafana', found: 'the link "grafana" to javascript:x' },
    ],
  ],
});
