/** Shows an annotation's events, or hides them. */
import type { AnnotationInfo } from '../../protocol.ts';
import type { Shown } from '../context.ts';

interface Props {
  readonly annotation: AnnotationInfo;
  readonly shown: Shown;
  readonly isOn: boolean;
  readonly error: string | undefined;
  readonly onTurn: () => void;
}

export function AnnotationSwitch({ annotation: { name, colour }, shown, isOn, error, onTurn }: Props) {
  return (
    <label className="switch">
      <input type="checkbox" checked={isOn} onChange={onTurn} />
      <span className="dot" style={{ background: shown.theme.visualization.getColorByName(colour) }} />
      {name}
      {error !== undefined && (
        <span className="bad" role="img" aria-label={error} title={error}>
          ⚠
        </span>
      )}
    </label>
  );
}
