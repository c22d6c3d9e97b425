/** The times below a drawing. */
import type { GrafanaTheme2 } from '@grafana/data';
import type { Span } from '../../protocol.ts';
import { ink } from '../ink.ts';
import { timeTicks } from './ticks.ts';

interface Props {
  readonly span: Span;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly timeZone: string;
  readonly theme: GrafanaTheme2;
}

export function TimeAxis({ span, left, right, y, timeZone, theme }: Props) {
  const x = (at: number): number => left + ((right - left) * (at - span.from)) / (span.to - span.from);
  return (
    <>
      {timeTicks(span, right - left, timeZone)
        .filter(({ at }) => x(at) > left + 14 && x(at) < right - 14)
        .map(({ at, text }) => (
          <text key={at} x={x(at)} y={y} textAnchor="middle" fontSize={12} fill={ink(theme).text}>
            {text}
          </text>
        ))}
    </>
  );
}
