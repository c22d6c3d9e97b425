/** A finding: one thing that a change means, as data. Every form of a report prints these and nothing else. */
import { createHash } from 'node:crypto';
import type { Acknowledgement } from '../read/acknowledgements.ts';
import type { Place } from '../read/records.ts';
import type { Detail } from './detail.ts';
import { KINDS, type Kind, type Rank } from './kinds.ts';

/** What a finding is about. */
export interface Subject {
  /** The field's word for it. */
  readonly what:
    | 'dashboard'
    | 'panel'
    | 'variable'
    | 'alert'
    | 'recording rule'
    | 'rule group'
    | 'objective'
    | 'signal'
    | 'metric'
    | 'route'
    | 'target'
    | 'service'
    | 'file';
  readonly name: string;
  /** Which part of it: a dashboard's row, where its panels stand. */
  readonly part?: string;
  /** What it is part of: a panel's dashboard, an alert's group. */
  readonly within?: string;
  readonly place: Place;
  /** What pictures and links know it by: a panel's id, a dashboard's uid. */
  readonly id?: string;
  /** A panel's dashboard, by its uid. */
  readonly dashboard?: string;
}

/** Who reads what changed. */
export interface Touched {
  readonly what: 'panel' | 'alert' | 'recording rule' | 'objective' | 'runbook' | 'dashboard';
  readonly name: string;
  readonly file: string;
  /** The recording rules in between, the nearest to the reader first; empty for who reads it itself. */
  readonly via: readonly string[];
}

/** What somebody decided, or what came along with a newer version of a tool. */
export type Origin = 'change' | 'upgrade';

export interface Finding {
  /** The same in every run: by kind and subject. What an acknowledgement names. */
  readonly id: string;
  readonly rank: Rank;
  readonly kind: Kind;
  readonly subject: Subject;
  /** One sentence of plain text, in one line. It quotes what files say: a form has to escape it. */
  readonly sentence: string;
  readonly details: readonly Detail[];
  readonly touches: readonly Touched[];
  readonly origin: Origin;
  /** How many places it stands for: noise is told once. */
  readonly count: number;
  /** Who answers for it, and until when. */
  readonly acknowledged?: Acknowledgement;
  /** Other files that say the same. */
  readonly alsoIn: readonly string[];
}

/** What `finding()` is given; the rest of a finding follows from its kind. */
export interface FindingInput {
  readonly kind: Kind;
  readonly subject: Subject;
  readonly sentence: string;
  readonly details?: readonly Detail[];
  readonly touches?: readonly Touched[];
  readonly origin?: Origin;
  readonly count?: number;
}

/** A finding with its rank and its id. */
export function finding({ details = [], touches = [], origin = 'change', count = 1, ...said }: FindingInput): Finding {
  return Object.freeze({
    ...said,
    id: idOf(said),
    rank: KINDS[said.kind].rank,
    details: Object.freeze(details),
    touches: Object.freeze(touches),
    origin,
    count,
    alsoIn: Object.freeze([]),
  });
}

/** Equal for findings about the same thing, whichever part of it they are about. */
export function subjectKey({ subject }: Pick<Finding, 'subject'>): string {
  const { what, name, within, id } = subject;
  return JSON.stringify([what, name, within, id]);
}

const ID_LENGTH = 8;

function idOf({ kind, subject }: Pick<FindingInput, 'kind' | 'subject'>): string {
  const { what, name, part = '', within = '', id = '' } = subject;
  return createHash('sha256')
    .update(JSON.stringify([kind, what, name, part, within, id]))
    .digest('hex')
    .slice(0, ID_LENGTH);
}
