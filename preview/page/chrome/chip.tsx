/** Where the preview stands; with problems, the way to the first of them. */
import type { Status } from '../../protocol.ts';
import type { Connection } from '../store.ts';

interface Props {
  readonly status: Status | undefined;
  readonly connection: Connection;
  readonly onProblem: () => void;
}

export function Chip({ status, connection, onProblem }: Props) {
  const text = textOf(status, connection);
  const isWay = connection === 'there' && (status?.problems ?? 0) > 0;
  return (
    <span className="chip" role="status" data-phase={phaseOf(status, connection)}>
      {isWay ? (
        <button type="button" title="Go to the problem" onClick={onProblem}>
          {text}
        </button>
      ) : (
        text
      )}
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
