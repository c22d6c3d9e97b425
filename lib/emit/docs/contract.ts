/** `contract.md`: what each service has to expose itself, and who reads it. */
import { type Demand, type DemandedLabel, type Demands, demandsOf } from '../../model/demands.ts';
import { byName, type Reading, readerText } from '../../model/readings.ts';
import type { ResolvedModel } from '../../model/resolved.ts';
import { unitText } from '../../units/unit.ts';
import { markdownCode, markdownText, table } from '../markdown.ts';

/** The page, or nothing where no service has to expose anything. */
export function contractPage(model: ResolvedModel, read: readonly Reading[]): string | undefined {
  if (model.contracts.length === 0) return undefined;
  const all = demandsOf(model, read).filter(({ demands }) => demands.length > 0);
  const [first] = all;
  if (first === undefined) return undefined;
  return `${[
    '# What the services have to expose',
    'Dashboards and rules read these metrics of the services themselves. Made by the build from what is read: a metric that nobody reads any more leaves this page.',
    `\`plainsight contract http://${first.contract.service}:80/metrics\` reads what a service answers, and says what is missing and what to do about it. Under an address with several processes it finds counters that jump from one to the next.`,
    ...all.map(serviceSection),
  ].join('\n\n')}\n`;
}

function serviceSection({ contract, demands }: Demands): string {
  const { service, instructions } = contract;
  const heading = ['metric', 'kind', 'unit', 'labels', 'buckets up to', 'what', 'read by'];
  return [
    `## ${markdownText(service)}`,
    table({ heading, lines: demands.map(demandLine) }),
    ...(instructions === undefined ? [] : [instructions.trim()]),
  ].join('\n\n');
}

function demandLine({ metric, kind, unit, labels, bounds, help, readers }: Demand): readonly string[] {
  return [
    markdownCode(metric),
    kind,
    markdownText(unitText(unit)),
    labels.map(labelText).join('<br>'),
    bounds.join(', '),
    markdownText(help),
    readers.map(readerText).sort(byName).map(markdownText).join('<br>'),
  ];
}

/** With the values that are looked for: a service that writes `5xx` for a status meets no `5..`. */
function labelText({ name, matched }: DemandedLabel): string {
  const values = matched.map(markdownCode).join(', ');
  return values === '' ? markdownCode(name) : `${markdownCode(name)} (read with ${values})`;
}
