/** `README.md`: the index of everything that a profile has, and of what it cannot have. */
import type { Deployment } from '../../model/deployment/deployment.ts';
import type { ResolvedModel } from '../../model/resolved.ts';
import { markdownText } from '../markdown.ts';
import { markdownSection, type Section } from './cell.ts';

/** The index, of its sections. Links are relative to it. */
export function readme(model: ResolvedModel, sections: readonly Section[]): string {
  return `${[...opening(model), ...sections.map(markdownSection)].join('\n\n')}\n`;
}

function opening({ profile, contracts, alerting, deployment }: ResolvedModel): readonly string[] {
  return [
    `# Monitoring, profile ${markdownText(profile)}`,
    'Made by `npm run build` from the definitions; the next build overwrites changes made here by hand.',
    [
      ...(deployment === undefined ? [] : deploymentLines(deployment)),
      '- `index.html`: this page with a search; opens in a browser, without a server',
      '- `grafana/dashboards/`: dashboards, to be provisioned or imported as they are',
      '- `pictures/`: the dashboards as pictures, with sample data; `*.folded.svg` shows the rows that are folded at first',
      '- `prometheus/prometheus.yml`: what is scraped',
      '- `prometheus/rules/`: recording and alerting rules',
      '- `prometheus/tests/`: their tests, for `promtool test rules prometheus/tests/*.yml`',
      ...(alerting === undefined ? [] : ['- `alertmanager/`: who is told of which alert, and what notifications say']),
      '- `runbooks/`: what to do when an alert fires',
      ...(contracts.length === 0 ? [] : ['- `contract.md`: the metrics that the services themselves have to expose']),
      '- `model.json`: signals, their expressions and metrics, and who reads them; for reviews',
    ].join('\n'),
  ];
}

/** How it is started, and the configuration of servers that only a deployment has. */
function deploymentLines({ overrides = {}, logStore, logCollection, probes }: Deployment): readonly string[] {
  const own = [
    ['loki/', logStore, 'how logs are kept'],
    ['alloy/', logCollection, 'how the logs of containers are read, masked and counted'],
    ['blackbox/', probes, 'the kinds of probes that scrape jobs may ask for'],
  ] as const;
  return [
    '- `compose.yaml`: starts all of it beside the application, as a Compose project of its own',
    ...Object.entries(overrides).map(([name, { purpose }]) => `- \`compose.${name}.yaml\`: ${markdownText(purpose)}`),
    ...own.flatMap(([folder, of, what]) => (of === undefined ? [] : [`- \`${folder}\`: ${what}`])),
  ];
}
