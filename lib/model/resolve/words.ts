/** What signals say of themselves, and panels of their thresholds. */
import { type Duration, durationText } from '../../units/duration.ts';
import { isState, type Unit, unitText } from '../../units/unit.ts';
import type { Level, Thresholds } from '../field.ts';
import type { Panel } from '../panel.ts';
import type { SignalWords } from '../resolved.ts';
import type { AnySignal } from '../signal.ts';

const known = new WeakMap<AnySignal, SignalWords>();

/** The words of a signal, the same object for everybody who asks. */
export function wordsOf(signal: AnySignal): SignalWords {
  const words = known.get(signal);
  if (words !== undefined) return words;
  const anew = gathered(signal);
  known.set(signal, anew);
  return anew;
}

function gathered(signal: AnySignal): SignalWords {
  const { id, name, description, unit, split, thresholds, whenEmpty, emptyText, sample, repeats } = signal;
  return Object.freeze({
    id,
    name,
    description,
    unit,
    split,
    whenEmpty,
    emptyText,
    repeats,
    ...(thresholds === undefined ? {} : { thresholds }),
    ...(sample === undefined ? {} : { sample }),
  });
}

/**
 * The description of a panel, with its limits.
 *
 * They follow as a paragraph: "Warning from 100 orders, critical from 1000 orders: one worker takes 10 orders/s."
 */
export function described({
  description,
  unit,
  thresholds,
}: Pick<Panel, 'description' | 'unit' | 'thresholds'>): string {
  if (thresholds === undefined || unit === undefined || isState(unit)) return description;
  const last = lastDescribed.get(thresholds);
  if (last?.description === description && last.unit === unit) return last.text;
  const text = `${description}\n\n${limitsText(thresholds, unit)}`;
  lastDescribed.set(thresholds, { description, unit, text });
  return text;
}

/** The limits of a signal, with its own words, stand on many panels. */
const lastDescribed = new WeakMap<Thresholds, { description: string; unit: Unit; text: string }>();

/** @example limitsText({ direction: 'below', at: { warning: 0.99, critical: 0.9 } }, unit.ratio) // 'Warning below 99 %, critical below 90 %.' */
export function limitsText({ direction, at, reason }: Thresholds, unit: Unit): string {
  // A signal may have one level alone, which the widest type forgets.
  const limits = Object.entries(at) as [Level, number][];
  const texts = limits.map(([level, value]) => `${level} ${direction} ${amount(value, unit)}`).join(', ');
  const sentence = `${texts.charAt(0).toUpperCase()}${texts.slice(1)}`;
  return reason === undefined ? `${sentence}.` : `${sentence}: ${reason}.`;
}

const BINARY = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

function amount(value: number, unit: Unit): string {
  if (unit.of === 'ratio') return `${plain(value * 100)} %`;
  if (unit.of === 'seconds') return spanText(value);
  if (unit.of === 'bytes') return `${bytesText(value)}${unit.per === 'second' ? '/s' : ''}`;
  return `${plain(value)} ${unitText(unit)}`;
}

function plain(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** Whole seconds as durations; what is shorter as milliseconds. */
function spanText(value: number): string {
  const span: Duration = { ms: Math.round(value * 1000) };
  return value < 1 ? `${plain(value * 1000)} ms` : durationText(span);
}

function bytesText(value: number): string {
  const power = value < 1 ? 0 : Math.min(BINARY.length - 1, Math.floor(Math.log2(value) / 10));
  return `${plain(value / 1024 ** power)} ${BINARY[power]}`;
}
