/** What is wrong with a definition, where its panel would be. */
import type { Trouble } from '../protocol.ts';
import { PlaceButton } from './place-button.tsx';
import { unlike } from './unlike.ts';

interface Props {
  readonly troubles: readonly Trouble[];
  readonly height?: number;
}

export function Troubles({ troubles, height }: Props) {
  return (
    <section
      className="troubles scrolls"
      tabIndex={-1}
      style={height === undefined ? {} : { height }}
      aria-label="Problems"
    >
      {unlike(troubles).map(([key, { what, place, by, lines }]) => (
        <article key={key}>
          {unlike(lines).map(([each, line]) => (
            <p key={each}>{line}</p>
          ))}
          <div className="where">
            {place !== undefined && <PlaceButton place={place} />} {what === place ? '' : what} <small>{by}</small>
          </div>
        </article>
      ))}
    </section>
  );
}
