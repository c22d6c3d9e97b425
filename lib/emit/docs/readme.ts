/** `README.md`: the index of everything that a profile has, and of what it cannot have. */
import type { ResolvedModel } from '../../model/resolved.ts';
import { markdownText } from '../markdown.ts';
import { markdownSection, type Section } from './cell.ts';

/** The index, of its sections. Links are relative to it. */
export function readme(model: ResolvedModel, sections: readonly Section[]): string {
  return `${[...opening(model), ...sections.map(markdownSection)].join('\n\n')}\n`;
}

function opening({ profile, contracts, alerting }: ResolvedModel): readonly string[] {
  return [
    `# Monitoring, profile ${markdownText(profile)}`,
    'Made by `npm run build` from the definitions; what is changed here by hand is lost.',
    [
      '- `index.html`: this page to search in, which works from the disk',
      '- `grafana/dashboards/`: dashboards, to be provisioned or imported as they are',
      '- `pictures/`: what they look like, with sample data; `*.folded.svg` has the rows that open folded',
      '- `prometheus/prometheus.yml`: what is scraped',
      '- `prometheus/rules/`: recording and alerting rules',
      '- `prometheus/tests/`: their tests, for `promtool test rules prometheus/tests/*.yml`',
      ...(alerting === undefined ? [] : ['- `alertmanager/`: who is told of which alert, and what notifications say']),
      '- `runbooks/`: what to do when an alert fires',
      ...(contracts.length === 0
        ? []
        : ['- `contract.md`: what the services have to expose themselves, where anything reads it']),
      '- `model.json`: signals, expressions, metrics and who reads them, for reviews',
    ].join('\n'),
  ];
}
