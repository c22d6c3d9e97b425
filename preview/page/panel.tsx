/** One panel: asks for its data, prepares it, and draws it in Grafana's chrome. */
import { dateTime, LoadingState, renderMarkdown } from '@grafana/data';
import { Icon, PanelChrome } from '@grafana/ui';
import { Component, memo, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { DataAnswer, PanelInfo, PanelJson } from '../protocol.ts';
import { fetchData } from './api.ts';
import { useClicks } from './clicks.ts';
import { questionOf, type Shown, ShownContext } from './context.ts';
import { kinds } from './drawings/drawings.ts';
import { isEmpty, type Prepared, prepare } from './grafana/prepare.ts';
import { useKeys } from './keys.ts';
import { TriedContext } from './tried.ts';
import { Troubles } from './troubles.tsx';
import { filledIn, scoped } from './variables.ts';

interface Props {
  readonly panel: PanelJson;
  readonly info: PanelInfo | undefined;
  readonly width: number;
  readonly height: number;
}

/** Drawn again only when something of it changed: its mark stands for its definition, samples and problems. */
export const Panel = memo(PanelView, (before, after) => {
  const same = before.width === after.width && before.height === after.height;
  return same && before.info?.mark === after.info?.mark && sameText(before.panel, after.panel);
});

function sameText(a: PanelJson, b: PanelJson): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** The id that the server knows a panel by. */
function idOf({ id, copy }: PanelJson): number {
  return copy?.of ?? id;
}

function PanelView({ panel, info, width, height }: Props) {
  const shown = useContext(ShownContext);
  const { copy } = panel;
  const own = useMemo(
    () => (shown === undefined ? undefined : { ...shown, variables: scoped(shown.variables, copy?.values) }),
    [shown, copy],
  );
  return own === undefined ? null : <PanelIn {...{ panel, info, width, height }} shown={own} />;
}

function PanelIn({ panel, info, width, height, shown }: Props & { readonly shown: Shown }) {
  const { answer, error, isLoading } = useData(panel, info?.mark ?? '', width, shown);
  const prepared = usePrepared(panel, answer, shown);
  const troubles = info?.troubles ?? [];
  const problem = error ?? errorOf(panel, answer);
  const kind = kinds[panel.type];
  const state = troubles.length > 0 ? 'trouble' : problem !== undefined ? 'error' : stateOf(panel, prepared);
  const approximated = kind !== undefined && kind.by !== 'Grafana';
  const isTried = useContext(TriedContext).has(idOf(panel));
  const open = (): void => shown.onOpen(idOf(panel));
  const clicks = useClicks(open);
  const { end, panel: element, ...keys } = useKeys(open);
  return (
    <div
      ref={element}
      className="panel"
      {...clicks}
      {...keys}
      data-panel={panel.id}
      data-key={info?.key}
      data-state={state}
      data-drawn={prepared?.revision ?? 0}
      data-title={panel.title}
    >
      <PanelChrome
        width={width}
        height={height}
        title={filledIn(panel.title, shown.dashboard.variables, shown.variables)}
        {...(panel.description === undefined ? {} : { description: renderMarkdown(panel.description) })}
        padding={panel.type === 'stat' ? 'none' : 'md'}
        loadingState={isLoading ? LoadingState.Loading : LoadingState.Done}
        {...(problem === undefined ? {} : { statusMessage: problem })}
        actions={<PanelActions {...{ panel, isTried }} isApproximated={approximated} onOpen={shown.onOpen} />}
      >
        {(w, h) => (
          <Guard revision={prepared?.revision ?? 0}>
            {troubles.length > 0 ? (
              <Troubles troubles={troubles} height={h} />
            ) : (
              <Content {...{ panel, info, prepared, problem }} {...lookOf(shown)} width={w} height={h} />
            )}
          </Guard>
        )}
      </PanelChrome>
      {shown.source === 'samples' && <span className="invented">sample data</span>}
      <span className="keys" aria-hidden="true">
        Enter: about it · ↓: into it · Esc: out
      </span>
      <span ref={end} tabIndex={-1} />
    </div>
  );
}

/** What the server said of the first query that failed, with its letter where the panel has several. */
function errorOf({ targets = [] }: PanelJson, answer: DataAnswer | undefined): string | undefined {
  const [first] = Object.entries(answer?.errors ?? {});
  if (first === undefined) return undefined;
  const [refId, text] = first;
  return targets.length > 1 ? `Query ${refId}: ${text}` : text;
}

function stateOf(panel: PanelJson, prepared: Prepared | undefined): string {
  if (prepared === undefined) return 'loading';
  return (panel.targets ?? []).length > 0 && isEmpty(prepared) ? 'empty' : 'drawn';
}

type Look = Pick<Shown, 'span' | 'theme' | 'timeZone'>;

function lookOf({ span, theme, timeZone }: Shown): Look {
  return { span, theme, timeZone };
}

interface ContentProps extends Look {
  readonly panel: PanelJson;
  readonly info: PanelInfo | undefined;
  readonly prepared: Prepared | undefined;
  readonly problem: string | undefined;
  readonly width: number;
  readonly height: number;
}

/** Remembered: another panel's change does not draw this one again. */
const Content = memo(({ panel, info, prepared, problem, width, height, span, theme, timeZone }: ContentProps) => {
  const kind = kinds[panel.type];
  if (kind === undefined) return <div className="hint">There is no drawing for panels of type {panel.type}.</div>;
  if (prepared === undefined) return null;
  if (problem !== undefined && isEmpty(prepared)) return <div className="hint">{problem}</div>;
  if (kind.empty === 'words' && isEmpty(prepared)) {
    return <div className="hint">{prepared.fieldConfig.defaults.noValue ?? 'No data'}</div>;
  }
  const raw = { from: dateTime(span.from), to: dateTime(span.to) };
  const range = { ...raw, raw };
  return <kind.draw {...{ prepared, info, width, height, theme, timeZone, span, range }} />;
});

interface ActionsProps {
  readonly panel: PanelJson;
  readonly isApproximated: boolean;
  readonly isTried: boolean;
  readonly onOpen: (panel: number) => void;
}

function PanelActions({ panel, isApproximated, isTried, onOpen }: ActionsProps) {
  return (
    <>
      {isTried && (
        <span className="note tried" title="With settings that are tried; its definition has others">
          tried
        </span>
      )}
      {isApproximated && (
        <span className="note" title="Drawn after Grafana's panel; its component is not exported">
          ≈
        </span>
      )}
      <button
        type="button"
        className="about"
        aria-label={`About ${panel.title}`}
        title="Query, alerts, JSON, source"
        onClick={() => onOpen(idOf(panel))}
      >
        <Icon name="ellipsis-v" />
      </button>
    </>
  );
}

interface Data {
  readonly answer: DataAnswer | undefined;
  readonly error: string | undefined;
  readonly isLoading: boolean;
}

/** The panel's data; what was there stays until the next answer is. */
function useData(panel: PanelJson, mark: string, width: number, shown: Shown): Data {
  const [data, setData] = useState<Data>({ answer: undefined, error: undefined, isLoading: true });
  const { span } = shown;
  const points = Math.max(50, Math.round(width / 100) * 100);
  const question = JSON.stringify({ ...questionOf(shown, points), panel: idOf(panel) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark stands for the definition that the server asks with, and each refresh is another span
  useEffect(() => {
    const asking = new AbortController();
    setData((before) => ({ ...before, isLoading: true }));
    fetchData(JSON.parse(question), asking.signal).then(
      (answer) => setData({ answer, error: undefined, isLoading: false }),
      (error: unknown) => {
        if (asking.signal.aborted) return;
        setData((before) => ({
          ...before,
          error: error instanceof Error ? error.message : String(error),
          isLoading: false,
        }));
      },
    );
    return () => asking.abort();
  }, [question, mark, span]);
  return data;
}

function usePrepared(panel: PanelJson, answer: DataAnswer | undefined, shown: Shown): Prepared | undefined {
  const [prepared, setPrepared] = useState<Prepared>();
  const { theme, timeZone } = shown;
  const latest = useRef(shown);
  latest.current = shown;
  useEffect(() => {
    if (answer === undefined) return;
    let isWanted = true;
    const replace = (text: string): string =>
      filledIn(text, latest.current.dashboard.variables, latest.current.variables);
    void prepare(panel, answer, { theme, timeZone, replace }).then((next) => {
      if (isWanted) setPrepared(next);
    });
    return () => {
      isWanted = false;
    };
  }, [panel, answer, theme, timeZone]);
  return prepared;
}

interface GuardProps {
  readonly children: ReactNode;
  readonly revision: number;
}

/** A drawing that fails says so in its own panel, until there is something else to draw. */
class Guard extends Component<GuardProps, { readonly error: Error | undefined }> {
  override state: { readonly error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override componentDidUpdate({ revision }: GuardProps) {
    if (this.state.error !== undefined && revision !== this.props.revision) this.setState({ error: undefined });
  }

  override render() {
    const { error } = this.state;
    return error === undefined ? this.props.children : <div className="hint">Cannot be drawn: {error.message}</div>;
  }
}
