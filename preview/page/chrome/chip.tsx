/** Where the preview stands; with problems, the way to the first of them. */
import { useEffect, useState } from 'react';
import type { Status } from '../../protocol.ts';
import { tookText } from '../../words.ts';
import type { Connection } from '../store.ts';

interface Props {
  readonly status: Status | undefined;
  readonly connection: Connection;
  readonly onProblem: () => void;
}

export function Chip({ status, connection, onProblem }: Props) {
  const text = textOf(status, connection);
  const seconds = useSeconds(connection === 'there' && isBuilding(status));
  const isWay = connection === 'there' && (status?.problems ?? 0) > 0;
  return (
    <span className="chip" role="status" data-phase={phaseOf(status, connection)}>
      {isWay ? (
        <button type="button" title="Go to the problem" onClick={onProblem}>
          {text}
        </button>
      ) : (
        <span>
          {text}
          {/* Read out each second it would drown everything else. */}
          {seconds >= COUNTED_FROM && <span aria-hidden="true"> {seconds} s</span>}
        </span>
      )}
    </span>
  );
}

/** Sooner than that, a number would only flicker. */
const COUNTED_FROM = 2;

function isBuilding(status: Status | undefined): boolean {
  return status === undefined || status.phase === 'building' || status.phase === 'slow';
}

/** For how long it has been so, in whole seconds. */
function useSeconds(isSo: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!isSo) return;
    const started = performance.now();
    const timer = setInterval(() => setSeconds(Math.round((performance.now() - started) / 1_000)), 1_000);
    return () => {
      clearInterval(timer);
      setSeconds(0);
    };
  }, [isSo]);
  return seconds;
}

function phaseOf(status: Status | undefined, connection: Connection): string {
  if (connection === 'gone') return 'gone';
  if (status?.phase === 'built' && status.problems > 0) return 'failed';
  return status?.phase ?? 'building';
}

function textOf(status: Status | undefined, connection: Connection): string {
  if (connection === 'gone') return 'the server is gone; waiting for it';
  if (status === undefined || isBuilding(status)) return 'building …';
  const at = status.at === undefined ? '' : new Date(status.at).toLocaleTimeString('en-GB');
  const watching = status.files === 0 ? '' : ` · watching ${status.files} files`;
  const problems =
    status.problems === 0 ? '' : ` · ${status.problems} ${status.problems === 1 ? 'problem' : 'problems'}`;
  if (status.phase === 'failed') return `failed at ${at}${problems}${watching}`;
  return `built at ${at} in ${tookText(status.ms ?? 0)}${problems}${watching}`;
}
