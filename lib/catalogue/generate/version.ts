/** The version of an exporter, from the info metric in which it names itself. */
import type { Reading } from '../reading/reading.ts';

/** Which metric says it, and in which label. */
const SAID_IN: readonly (readonly [metric: RegExp, label: string])[] = [
  [/^(?!go_).*_build_info$/, 'version'],
  [/^cadvisor_version_info$/, 'cadvisorVersion'],
];

/**
 * The exporter's version, without a leading v; undefined where it names none, as those built without link flags do.
 *
 * @example versionOf([reading]) // '1.88.0'
 */
export function versionOf(readings: readonly Reading[]): string | undefined {
  const samples = readings.flatMap(({ families }) => families).flatMap(({ samples }) => samples);
  for (const { name, labels } of samples) {
    const label = SAID_IN.find(([metric]) => metric.test(name))?.[1];
    const version = label === undefined ? '' : (labels.get(label) ?? '');
    if (version !== '') return version.replace(/^v(?=\d)/, '');
  }
  return undefined;
}
