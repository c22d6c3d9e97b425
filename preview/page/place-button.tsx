/** A place of the definitions: a click opens it in the editor, or copies it where nobody said which editor. */
import { createContext, useContext, useState } from 'react';
import { openPlace } from './api.ts';

/** The name of the editor that opens places. */
export const EditorContext = createContext<string | undefined>(undefined);

const COPIED = 'copied';
const REFUSED = 'not copied: the browser refused';

export function PlaceButton({ place }: { place: string }) {
  const editor = useContext(EditorContext);
  const [said, setSaid] = useState('');
  const copy = (): Promise<void> =>
    navigator.clipboard.writeText(place).then(
      () => setSaid(COPIED),
      () => setSaid(REFUSED),
    );
  const open = (): void => {
    openPlace(place).then(
      (outcome) => (outcome === 'opened' ? setSaid(`opened in ${editor}`) : copy()),
      (error: unknown) => setSaid(error instanceof Error ? error.message : String(error)),
    );
  };
  const [verb, title] =
    editor === undefined
      ? ['Copy', 'Copy. With LAUNCH_EDITOR or EDITOR set to an editor that has a window, a click opens it there']
      : ['Open', `Open in ${editor}`];
  return (
    <span className="code-place">
      <button
        type="button"
        title={title}
        aria-label={`${verb} ${place}`}
        onClick={() => void (editor === undefined ? copy() : open())}
      >
        <code>{place}</code>
      </button>
      <span role="status">{said}</span>
    </span>
  );
}
