/** Variables, annotations, time, refresh and theme. */
import { Icon } from '@grafana/ui';
import type { PreviewState } from '../../protocol.ts';
import type { Shown } from '../context.ts';
import { addressOf, type Place } from '../place.ts';
import { fixedRange, RANGES, wider } from '../time.ts';
import { offersOf, type Values } from '../variables.ts';
import { AnnotationSwitch } from './annotation-switch.tsx';
import { TimePicker } from './time-picker.tsx';
import { Variable } from './variable.tsx';

interface Props {
  readonly shown: Shown;
  readonly values: Values;
  readonly place: Place;
  readonly state: PreviewState;
  readonly go: (change: Partial<Place>) => void;
  readonly onAgain: () => void;
  /** What went wrong with an annotation, by its name. */
  readonly errors: Readonly<Record<string, string>>;
}

const REFRESHES = ['', '5s', '10s', '30s', '1m', '5m'];

export function Toolbar({ shown, values, place, state, go, onAgain, errors }: Props) {
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
        <DashboardLink key={url} {...{ title, url, place, go }} />
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
        <select
          aria-label="Refresh every"
          value={place.refresh ?? ''}
          onChange={(event) => go({ refresh: event.target.value })}
        >
          {REFRESHES.map((every) => (
            <option key={every} value={every}>
              {every === '' ? 'off' : every}
            </option>
          ))}
        </select>
        <button type="button" onClick={() => go({ theme: place.theme === 'dark' ? 'light' : 'dark' })}>
          {place.theme === 'dark' ? 'Light' : 'Dark'}
        </button>
      </span>
    </div>
  );
}

function turned(names: readonly string[], name: string): readonly string[] {
  return names.includes(name) ? names.filter((each) => each !== name) : [...names, name];
}

interface LinkProps {
  readonly title: string;
  readonly url: string;
  readonly place: Place;
  readonly go: Props['go'];
}

/** A link to another dashboard stays in the preview; others would leave it, and are only named. */
function DashboardLink({ title, url, place, go }: LinkProps) {
  const [, uid] = /^\/d\/([^/?]+)/.exec(url) ?? [];
  if (uid === undefined) return <span className="fixed">{title}</span>;
  return (
    <a
      className="button"
      href={addressOf({ ...place, dashboard: uid })}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go({ dashboard: uid });
      }}
    >
      {title}
    </a>
  );
}
