/** Where the preview stands. */
import type { Status } from '../../protocol.ts';
import type { Connection } from '../store.ts';

interface Props {
  readonly status: Status | undefined;
  readonly connection: Connection;
}

export function Chip({ status, connection }: Props) {
  return (
    <span className="chip" role="status" data-phase={phaseOf(status, connection)}>
      {textOf(status, connection)}
    </span>
  );
}

function phaseOf(status: Status | undefined, connection: Connection): string {
  if (connection === 'gone') return 'gone';
  if (status?.phase === 'built' && status.problems > 0) return 'failed';
  return status?.phase ?? 'building';
}

function textOf(status: Status | undefined, connection: Connection): string {
  if (connection === 'gone') return 'the server is gone; waiting for it';
  if (status === undefined || status.phase === 'building') return 'building …';
  const at = status.at === undefined ? '' : new Date(status.at).toLocaleTimeString('en-GB');
  const watching = status.files === 0 ? '' : ` · watching ${status.files} files`;
  const problems =
    status.problems === 0 ? '' : ` · ${status.problems} ${status.problems === 1 ? 'problem' : 'problems'}`;
  if (status.phase === 'failed') return `failed at ${at}${problems}${watching}`;
  return `built at ${at} in ${status.ms} ms${problems}${watching}`;
}
