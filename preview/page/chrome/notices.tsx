/** What is said of the address, above everything else. */
import type { Notice } from '../notices.ts';
import { PlaceLink } from '../way.tsx';

export function Notices({ notices }: { notices: readonly Notice[] }) {
  return (
    <div role="status" className="notices">
      {notices.map(({ text, ways }) => (
        <p key={text}>
          {text}{' '}
          {ways.map((way, at) => (
            <span key={way.text}>
              <PlaceLink to={way.to}>{way.text}</PlaceLink>
              {at < ways.length - 1 && ', '}
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}
