/** What is wrong with a definition, where its panel would be. */
import type { Trouble } from '../protocol.ts';

interface Props {
  readonly troubles: readonly Trouble[];
  readonly height?: number;
}

export function Troubles({ troubles, height }: Props) {
  return (
    <section className="troubles scrolls" style={height === undefined ? {} : { height }} aria-label="Problems">
      {troubles.map(({ what, place, by, lines }) => (
        <article key={JSON.stringify([what, place, lines])}>
          <h4>
            {place !== undefined && <code>{place}</code>} {what === place ? '' : what} <small>{by}</small>
          </h4>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </article>
      ))}
    </section>
  );
}
