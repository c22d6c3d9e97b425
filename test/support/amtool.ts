/** amtool over files that exist only as text: written to a folder of their own, read, and its answer returned. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill } from './folder.ts';
import { runToEnd } from './process.ts';
import type { Files } from './promtool-files.ts';
import { requireServer } from './servers.ts';

/** Runs amtool in the folder of the files. @returns what it wrote, or everything it said where it refused */
async function amtool(files: Files, args: (path: (file: string) => string) => readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'amtool-'));
  try {
    fill(folder, Object.fromEntries(files));
    return await runToEnd(
      requireServer('amtool'),
      args((file) => join(folder, file)),
    );
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What `amtool check-config` says of the configuration and its templates. */
export function checkConfig(files: Files): Promise<string> {
  return amtool(files, (path) => ['check-config', path('alertmanager.yml')]);
}

/** The receivers that an alert with these labels goes to, separated by commas. */
export async function receiversOf(files: Files, labels: Readonly<Record<string, string>>): Promise<string> {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return (
    await amtool(files, (path) => ['config', 'routes', 'test', `--config.file=${path('alertmanager.yml')}`, ...pairs])
  ).trim();
}

/** What Alertmanager hands to a template. Source: https://prometheus.io/docs/alerting/latest/notifications/#data */
export interface NotificationData {
  readonly receiver: string;
  readonly status: 'firing' | 'resolved';
  readonly alerts: readonly {
    readonly status: 'firing' | 'resolved';
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: Readonly<Record<string, string>>;
    readonly startsAt: string;
    readonly endsAt: string;
  }[];
  readonly groupLabels: Readonly<Record<string, string>>;
  readonly commonLabels: Readonly<Record<string, string>>;
  readonly commonAnnotations: Readonly<Record<string, string>>;
}

/** A template of the files, rendered as Alertmanager renders it. */
export function rendered(
  files: Files,
  template: string,
  data: NotificationData,
  type: 'text' | 'html' = 'text',
): Promise<string> {
  const all = new Map([...files, ['data.json', JSON.stringify(data)]]);
  return amtool(all, (path) => [
    'template',
    'render',
    `--template.glob=${path('templates/*.tmpl')}`,
    `--template.text={{ template "${template}" . }}`,
    `--template.type=${type}`,
    `--template.data=${path('data.json')}`,
  ]);
}
