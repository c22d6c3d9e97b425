/** What is known at the moment: the last definitions that could be loaded, and what is wrong with the present ones. */
import { newTroubles } from '../new-troubles.ts';
import type { DashboardState, PreviewState, Status, Trouble, TryRequest, Written } from '../protocol.ts';
import { type Builder, startBuilder } from './builder.ts';
import { type Compiler, startCompiler } from './compiler.ts';
import type { Loaded, TryOutcome } from './loaded.ts';
import { besides, lineAt, placed, troubleOfFailure } from './problems-of-failure.ts';
import { sourcesIn, type Watch, watchFiles } from './watch.ts';
import type { Refusal } from './write/refusal.ts';
import type { Writer } from './write/writer.ts';

/** `state`: something else is to be drawn; `status`: the chip alone has news. */
export type News = 'state' | 'status';

export interface StateOptions {
  readonly root: string;
  readonly source: PreviewState['source'];
  /** The name of the editor that opens places. */
  readonly editor?: string;
  /** Called whenever there is something new to show, or to say of how it stands. */
  readonly onChange: (what: News) => void;
  /** Whether files are watched, or loaded once. */
  readonly mode: 'watch' | 'once';
}

export interface State {
  now(): PreviewState;
  /** Samples and queries of the last definitions that could be loaded. */
  loaded(): Loaded | undefined;
  /** What a dashboard would be with other settings. */
  tried(request: TryRequest): Promise<TryOutcome>;
  /** Writes it into the definitions, unless the rules refuse it. */
  write(request: TryRequest): Promise<Written | Refusal>;
  /** Takes back what was written. */
  undo(id: string): Promise<Refusal | undefined>;
  /** Settled once the definitions were loaded, or could not be. */
  readonly ready: Promise<void>;
  /** Settled once there is something to draw, or nothing can be loaded: the rules may still be looking at it. */
  readonly drawn: Promise<void>;
  stop(): void;
}

/** Nobody waits so long without a word; a first load also imports the library. */
const SLOW_MS = { first: 60_000, again: 10_000 } as const;

/** Loads the definitions, and again whenever they change. */
export function startState(options: StateOptions): State {
  const live = new LiveState(options);
  return {
    now: () => live.now(),
    loaded: () => live.loaded,
    tried: (request) => live.tried(request),
    write: (request) => live.write(request),
    undo: async (id) => (await live.writer()).undo(id),
    ready: live.settled(),
    drawn: live.drawn,
    stop: () => live.stop(),
  };
}

class LiveState {
  loaded: Loaded | undefined;
  readonly drawn: Promise<void>;
  #isDrawn: () => void = () => undefined;
  readonly #options: StateOptions;
  readonly #builder: Builder;
  readonly #compiler: Compiler | undefined;
  readonly #watch: Watch | undefined;
  #writer: Promise<Writer> | undefined;
  #failure: Trouble | undefined;
  #compilerTroubles: readonly Trouble[] = [];
  /** What the lines say that the compiler speaks of. */
  #compiledLines: ReadonlyMap<Trouble, string | undefined> = new Map();
  #building: Promise<void>;
  /** Above all numbers of a server before it, whose state a page may still have. */
  #version = Date.now();
  #round = 0;
  #slow: NodeJS.Timeout | undefined;
  #status: Status = { phase: 'building', files: 0, problems: 0 };

  constructor(options: StateOptions) {
    this.#options = options;
    this.drawn = new Promise((resolve) => {
      this.#isDrawn = resolve;
    });
    this.#builder = startBuilder(options.root, options.mode);
    this.#building = this.#build();
    if (options.mode === 'once') return;
    this.#compiler = startCompiler(options.root, (troubles) => this.#compiled(troubles));
    this.#watch = watchFiles({
      root: options.root,
      paths: () => this.#builder.watched() ?? sourcesIn(options.root),
      onChange: (changed) => this.#changed(changed),
    });
  }

  now(): PreviewState {
    const states = this.loaded?.profiles.map(({ state }) => state) ?? [];
    const compiled = besides(this.#failure, this.#compilerTroubles);
    const { profiles, elsewhere } = placed(states, compiled);
    // Of all definitions, not of the panel whose line it names: a banner, which nobody has to look for.
    const failure = this.#failure === undefined ? [] : [this.#failure];
    const problems = failure.length + compiled.length + (this.loaded?.problems ?? 0);
    return {
      version: this.#version,
      status: { ...this.#status, files: this.#watch?.files() ?? 0, problems },
      profiles,
      troubles: [...failure, ...elsewhere, ...(this.loaded?.troubles ?? [])],
      source: this.#options.source,
      ...(this.#options.editor === undefined ? {} : { editor: this.#options.editor }),
    };
  }

  /** Settled when nothing is being loaded: what changes during a load is loaded next. */
  async settled(): Promise<void> {
    let awaited: Promise<void> | undefined;
    while (awaited !== this.#building) {
      awaited = this.#building;
      await awaited;
    }
  }

  async #build(saved?: string): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    const started = performance.now();
    this.#compiler?.stop();
    this.#forgetHealed();
    const { saved: _, ...before } = this.#status;
    this.#tell({ ...before, phase: 'building', ...(saved === undefined ? {} : { saved }) }, 'status');
    const patience = SLOW_MS[this.loaded === undefined ? 'first' : 'again'];
    clearTimeout(this.#slow);
    this.#slow = setTimeout(() => this.#tell({ ...this.#status, phase: 'slow' }, 'status'), patience);
    const outcome = await this.#builder.load((drawn) => {
      if (round !== this.#round) return;
      clearTimeout(this.#slow);
      this.#failure = undefined;
      this.loaded = drawn;
      // The rules have yet to look: it is not built, but it can be seen.
      this.#tell({ ...this.#status, phase: 'building' }, 'state');
      this.#isDrawn();
    });
    if (round !== this.#round) return;
    clearTimeout(this.#slow);
    const shown = this.loaded === undefined ? 'nothing' : 'older';
    this.#failure = outcome.kind === 'failed' ? troubleOfFailure(outcome, shown) : undefined;
    if (outcome.kind === 'loaded') this.loaded = outcome;
    const phase = outcome.kind === 'failed' ? 'failed' : 'built';
    this.#tell(
      { ...this.#status, phase, at: new Date().toISOString(), ms: Math.round(performance.now() - started) },
      'state',
    );
    this.#isDrawn();
    this.#compiler?.start();
  }

  tried(request: TryRequest): Promise<TryOutcome> {
    return this.#builder.tried(request);
  }

  async write(request: TryRequest): Promise<Written | Refusal> {
    const round = this.#round;
    const writer = await this.writer();
    const outcome = await this.tried(request);
    if (outcome.kind === 'refused') return { refused: outcome.message };
    const saved = this.#dashboard(request);
    if (round !== this.#round || saved === undefined) return { refused: 'The definitions were changed meanwhile.' };
    const [trouble] = newTroubles(outcome.dashboard, saved);
    if (trouble !== undefined) return { refused: `The rules refuse it: ${trouble.lines[0] ?? trouble.what}` };
    return writer.write(outcome.definitions);
  }

  /** Made when it is needed first: its parser takes a moment to load. */
  writer(): Promise<Writer> {
    const { root } = this.#options;
    const changedSince = (file: string): string | undefined => this.#changedSince(file);
    this.#writer ??= import('./write/writer.ts').then(({ startWriter }) => startWriter({ root, changedSince }));
    return this.#writer;
  }

  /** Why a file may not be what the page shows. */
  #changedSince(file: string): string | undefined {
    if (this.#status.phase === 'failed') return 'The definitions cannot be loaded at present.';
    if (this.#status.phase !== 'built') return 'The definitions are being loaded again.';
    return this.#watch?.isKnown(file) === true ? undefined : `${file} was changed since it was loaded.`;
  }

  #dashboard({ profile, dashboard }: TryRequest): DashboardState | undefined {
    const { state } = this.loaded?.profiles.find((each) => each.state.name === profile) ?? {};
    return state?.dashboards.find(({ uid }) => uid === dashboard);
  }

  stop(): void {
    this.#round += 1;
    clearTimeout(this.#slow);
    this.#builder.stop();
    this.#compiler?.stop();
    this.#watch?.stop();
  }

  #changed(changed: readonly string[]): void {
    this.#builder.forget(changed);
    this.#building = this.#build(changed[0]);
  }

  #compiled(troubles: readonly Trouble[]): void {
    if (JSON.stringify(troubles) === JSON.stringify(this.#compilerTroubles)) return;
    this.#compilerTroubles = troubles;
    this.#compiledLines = new Map(troubles.map((trouble) => [trouble, this.#lineOf(trouble)]));
    this.#tell(this.#status, 'state');
  }

  /** What the compiler said of a line that reads otherwise now is out of date: it will say it again if it holds. */
  #forgetHealed(): void {
    this.#compilerTroubles = this.#compilerTroubles.filter(
      (trouble) => this.#lineOf(trouble) === this.#compiledLines.get(trouble),
    );
  }

  #lineOf({ place }: Trouble): string | undefined {
    return lineAt(this.#options.root, place);
  }

  #tell(status: Status, news: News): void {
    this.#status = status;
    this.#version += 1;
    this.#options.onChange(news);
  }
}
