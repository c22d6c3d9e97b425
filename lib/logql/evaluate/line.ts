/** Log lines: as they are given, and as one is on its way through the stages of a query. */

/** Labels by name. */
export type Labels = Readonly<Record<string, string>>;

/** A line as it was written. */
export interface LogLine {
  /** In nanoseconds since 1970. */
  readonly at: bigint;
  readonly text: string;
}

/** Lines that one source wrote, with the labels that its shipper set. */
export interface LogStream {
  readonly labels: Labels;
  readonly lines: readonly LogLine[];
}

/** What a stage leaves on a line that it cannot read. The query goes on. */
export const ERROR = '__error__';
export const ERROR_DETAILS = '__error_details__';

/** One line within a query: its stages change it, and drop it by answering false. */
export interface Line {
  text: string;
  readonly labels: LineLabels;
}

export type Step = (line: Line) => boolean;

/** A line whose text is read when a stage asks for it: counting lines asks for none, and a sample writes it only then. */
export class PassingLine implements Line {
  readonly labels: LineLabels;
  readonly #written: LogLine;
  #changed: string | undefined;

  constructor(written: LogLine, labels: LineLabels) {
    this.#written = written;
    this.labels = labels;
  }

  get text(): string {
    return this.#changed ?? this.#written.text;
  }

  set text(text: string) {
    this.#changed = text;
  }
}

/** The labels of one line: those of its stream until a stage sets one, which most lines never see. */
export class LineLabels {
  readonly #stream: ReadonlyMap<string, string>;
  readonly #needed: ReadonlySet<string> | undefined;
  #own: Map<string, string> | undefined;

  /** With `needed`, parsers set these labels only. */
  constructor(stream: ReadonlyMap<string, string>, needed?: ReadonlySet<string>) {
    this.#stream = stream;
    this.#needed = needed;
  }

  get all(): ReadonlyMap<string, string> {
    return this.#own ?? this.#stream;
  }

  get(name: string): string | undefined {
    return this.all.get(name);
  }

  /** Whether they are other than the stream's. */
  get isChanged(): boolean {
    return this.#own !== undefined;
  }

  get hasError(): boolean {
    return this.#own?.has(ERROR) === true;
  }

  set(name: string, value: string): void {
    this.#own ??= new Map(this.#stream);
    this.#own.set(name, value);
  }

  delete(name: string): void {
    if (!this.all.has(name)) return;
    this.#own ??= new Map(this.#stream);
    this.#own.delete(name);
  }

  /**
   * What a parser reads. The label of a stream stays as it is, and what is read is called `…_extracted`; of two fields of
   * one name the first stays.
   */
  extract(name: string, value: string): void {
    const free = this.#stream.has(name) ? `${name}_extracted` : name;
    if (this.#needed?.has(free) === false || this.#own?.has(free) === true) return;
    this.set(free, value);
  }

  fail(error: string, details: string): void {
    this.set(ERROR, error);
    this.set(ERROR_DETAILS, details);
  }
}
