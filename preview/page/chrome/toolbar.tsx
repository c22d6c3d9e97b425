/** Variables, annotations, time, refresh and theme. */
import { Icon } from '@grafana/ui';
import type { PreviewState } from '../../protocol.ts';
import type { Shown } from '../context.ts';
import type { Place } from '../place.ts';
import { fixedRange, RANGES, wider } from '../time.ts';
import { offersOf, type Values } from '../variables.ts';
import { PlaceLink } from '../way.tsx';
import { AnnotationSwitch } from './annotation-switch.tsx';
import { TimePicker } from './time-picker.tsx';
import { Variable } from './variable.tsx';

interface Props {
  readonly shown: Shown;
  readonly values: Values;
  readonly place: Place;
  readonly state: PreviewState;
  readonly go: (change: Partial<Place>) => void;
  /** How often the page asks again: `''` for never. */
  readonly refresh: string;
  readonly onAgain: () => void;
  /** What went wrong with an annotation, by its name. */
  readonly errors: Readonly<Record<string, string>>;
}

const REFRESHES = ['', '5s', '10s', '30s', '1m', '5m'];

/** Those that people choose from, with the dashboard's own where it is another. */
function refreshesWith(own: string): readonly string[] {
  return REFRESHES.includes(own) ? REFRESHES : [...REFRESHES, own];
}

export function Toolbar({ shown, values, place, state, go, refresh, onAgain, errors }: Props) {
  const { dashboard } = shown;
  const choose = (name: string, values: readonly string[]): void =>
    go({ variables: { ...place.variables, [name]: values } });
  return (
    <div className="toolbar" role="toolbar" aria-label="Dashboard">
      {dashboard.variables.map((variable) => (
        <Variable
          key={variable.name}
          {...{ variable, state }}
          values={values[variable.name] ?? []}
          chosen={shown.variables[variable.name] ?? []}
          offers={(label) => offersOf(variable, label, shown)}
          onChoose={(values) => choose(variable.name, values)}
        />
      ))}
      {dashboard.annotations.map((annotation) => (
        <AnnotationSwitch
          key={annotation.name}
          {...{ annotation, shown }}
          isOn={!place.without.includes(annotation.name)}
          error={errors[annotation.name]}
          onTurn={() => go({ without: turned(place.without, annotation.name) })}
        />
      ))}
      {dashboard.links.map(({ title, url }) => (
        <DashboardLink key={url} {...{ title, url, place }} />
      ))}
      <span className="when">
        <TimePicker
          range={place.range ?? dashboard}
          ranges={RANGES}
          timeZone={shown.timeZone}
          onChoose={(range) => go({ range })}
        />
        <button
          type="button"
          aria-label="Zoom out"
          title="Zoom out: twice as long a time"
          onClick={() => go({ range: fixedRange(wider(shown.span)) })}
        >
          <Icon name="search-minus" />
        </button>
        <button type="button" onClick={onAgain}>
          Refresh
        </button>
        <select aria-label="Refresh every" value={refresh} onChange={(event) => go({ refresh: event.target.value })}>
          {refreshesWith(refresh).map((every) => (
            <option key={every} value={every}>
              {every === '' ? offText(place, shown) : every}
            </option>
          ))}
        </select>
        <ThemeButton theme={place.theme} onTurn={(theme) => go({ theme })} />
      </span>
    </div>
  );
}

function ThemeButton({ theme, onTurn }: { theme: Place['theme']; onTurn: (theme: Place['theme']) => void }) {
  const [other, text] = theme === 'dark' ? (['light', 'Light'] as const) : (['dark', 'Dark'] as const);
  return (
    <button type="button" aria-label={`${text} theme`} onClick={() => onTurn(other)}>
      {text}
    </button>
  );
}

/** Samples stay as they are: the dashboard's own refresh is for live data. */
function offText({ refresh }: Place, { source, dashboard }: Shown): string {
  const isOwn = refresh === undefined && source === 'samples' && dashboard.refresh !== '';
  return isOwn ? `off; ${dashboard.refresh} with live data` : 'off';
}

function turned(names: readonly string[], name: string): readonly string[] {
  return names.includes(name) ? names.filter((each) => each !== name) : [...names, name];
}

/** A link to another dashboard stays in the preview, with what is chosen; others would leave it, and are only named. */
function DashboardLink({ title, url, place }: { readonly title: string; readonly url: string; readonly place: Place }) {
  const [, uid] = /^\/d\/([^/?]+)/.exec(url) ?? [];
  if (uid === undefined) return <span className="fixed">{title}</span>;
  return (
    <PlaceLink className="button" to={{ dashboard: uid, variables: place.variables, panel: undefined, about: false }}>
      {title}
    </PlaceLink>
  );
}
