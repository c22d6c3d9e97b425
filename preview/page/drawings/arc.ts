/** Ring segments for gauges and pies. */

/** The outline of a ring segment, angles in radians, clockwise from the right. */
export function ring(
  middle: { x: number; y: number },
  radii: { outer: number; inner: number },
  turn: { from: number; to: number },
): string {
  const { x, y } = middle;
  const to = Math.min(turn.to, turn.from + 2 * Math.PI - 0.0001);
  const at = (radius: number, angle: number): string =>
    `${(x + radius * Math.cos(angle)).toFixed(2)} ${(y + radius * Math.sin(angle)).toFixed(2)}`;
  const large = to - turn.from > Math.PI ? 1 : 0;
  return [
    `M${at(radii.outer, turn.from)}`,
    `A${radii.outer} ${radii.outer} 0 ${large} 1 ${at(radii.outer, to)}`,
    `L${at(radii.inner, to)}`,
    `A${radii.inner} ${radii.inner} 0 ${large} 0 ${at(radii.inner, turn.from)}`,
    'Z',
  ].join('');
}
