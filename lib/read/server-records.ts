/** What the files of the servers themselves say: whom Prometheus scrapes, and what Compose runs. */
import type { Place } from './problem.ts';

/** A job of Prometheus, with what it inherits. */
export interface JobRecord {
  readonly name: string;
  readonly place: Place;
  /** How often, as written, or by default. */
  readonly interval: string;
  readonly timeout: string;
  /** The labels of each address that is named in the file, as `group="shop", service="orders"`. */
  readonly targets: ReadonlyMap<string, string>;
  /** Steps of relabelling, one each, in their order, as JSON. */
  readonly relabelling: readonly RelabelRecord[];
  /** The same of what is stored: series are renamed and dropped by it. */
  readonly metricRelabelling: readonly RelabelRecord[];
  /** Everything else, by its path. What is secret is a hash. */
  readonly rest: ReadonlyMap<string, string>;
}

/** One step of relabelling. */
export interface RelabelRecord {
  readonly action: string;
  /** The labels that it reads, as `job, instance`. */
  readonly from: string;
  readonly regex: string;
  readonly target: string;
  readonly replacement: string;
  /** All of it, as JSON. */
  readonly text: string;
}

/** The configuration of Prometheus. */
export interface ScrapingRecord {
  readonly kind: 'scraping';
  readonly place: Place;
  readonly jobs: readonly JobRecord[];
  /** Where its rules lie, as written. */
  readonly ruleFiles: readonly string[];
  /** The addresses of the Alertmanagers that it tells. */
  readonly alertmanagers: readonly string[];
  /** How often rules are evaluated that do not say it. */
  readonly evaluated: string;
  /** Everything else, by its path. What is secret is a hash. */
  readonly rest: ReadonlyMap<string, string>;
}

/** What keeps a container in, where its file says so. */
export type Restriction = 'read-only' | 'no capabilities' | 'no new privileges' | 'own user' | 'memory limit';

/** A service of Compose. */
export interface ServiceRecord {
  readonly name: string;
  readonly place: Place;
  readonly image: string;
  /** `127.0.0.1:9090:9090`, `8080:80/udp`. */
  readonly ports: readonly PortRecord[];
  /** Where each path of the container lies outside: a volume's name, or a folder. */
  readonly mounts: ReadonlyMap<string, MountRecord>;
  /** Its networks, each with what it says of it, as JSON. */
  readonly networks: ReadonlyMap<string, string>;
  /** What it may do that a container otherwise may not: the end of a sentence each. */
  readonly grants: readonly string[];
  /** Which restrictions it has that a container otherwise does not have. */
  readonly restrictions: readonly Restriction[];
  /** Everything else, by its path. What is secret is a hash. */
  readonly rest: ReadonlyMap<string, string>;
}

/** A published port. */
export interface PortRecord {
  /** Who may connect: `127.0.0.1`; `all addresses` where nothing is said. */
  readonly address: string;
  readonly published: string;
  readonly target: string;
  /** Everything else that it says, as JSON; empty for nothing. */
  readonly rest: string;
}

/** What is mounted into a container. */
export interface MountRecord {
  readonly source: string;
  readonly isVolume: boolean;
  readonly isReadOnly: boolean;
  /** Everything else that it says, as JSON; empty for nothing. */
  readonly rest: string;
}

/** A Compose file. */
export interface ComposeRecord {
  readonly kind: 'compose';
  readonly place: Place;
  readonly services: readonly ServiceRecord[];
  /** Networks, volumes, secrets and what else it says, by its path. */
  readonly rest: ReadonlyMap<string, string>;
}

/** Whose configuration it is. */
export type SettingsOwner = 'Loki' | 'Alloy' | 'blackbox_exporter' | 'Grafana';

/** A configuration that is compared setting by setting. */
export interface SettingsRecord {
  readonly kind: 'settings';
  readonly of: SettingsOwner;
  readonly place: Place;
  readonly parts: readonly PartRecord[];
}

/** Something that a configuration names: a module, a component, a data source. */
export interface PartRecord {
  /** The field's word for it; empty for what holds of all. */
  readonly what: string;
  readonly name: string;
  readonly place: Place;
  /** Each setting by its path. What is secret is a hash. */
  readonly values: ReadonlyMap<string, string>;
  /** What is done one after the other: the blocks in a component of Alloy. */
  readonly steps: readonly StepRecord[];
}

/** One of several things that are done one after the other. */
export interface StepRecord {
  /** `stage.drop`. */
  readonly name: string;
  readonly values: ReadonlyMap<string, string>;
  /** All of it in one line. */
  readonly text: string;
}

/** A file of unit tests for rules. */
export interface TestsRecord {
  readonly kind: 'tests';
  readonly place: Place;
  readonly ruleFiles: readonly string[];
  readonly tests: readonly RuleTestRecord[];
}

/** One question of a test: what is so at a moment. */
export interface RuleTestRecord {
  readonly of: 'alert' | 'expression';
  /** The alert's name, or the expression. */
  readonly name: string;
  /** The moment, as written. */
  readonly at: string;
  /** The series that it is given, as JSON. */
  readonly given: string;
  /** One each, as JSON; none where an alert has to stay silent. */
  readonly expected: readonly string[];
  /** Whether it says what a notification has to say. */
  readonly holdsTexts: boolean;
  readonly place: Place;
}
