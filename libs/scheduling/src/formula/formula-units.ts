import type { AmountUnit, LocalisedText } from '../staffing/index.js';

/**
 * What an expression is: so many powers of time (1 = a time, -1 = contacts per time), and what it counts when it is
 * free of time; or a yes or no. Times are in seconds; contacts per time are per hour, so that 130 per 30 min is 260
 * exactly and not 0.0722… a second.
 */
export type Kind =
  { readonly time: number; readonly counts: Counts } | { readonly time: null; readonly counts: 'truth' };
export type Counts = Exclude<AmountUnit, 'seconds' | 'contacts-per-hour'>;

export const TRUTH: Kind = { time: null, counts: 'truth' };

const ofUnit = (counts: Counts): Kind => ({ time: 0, counts });
const KIND_OF_UNIT: Readonly<Record<AmountUnit, Kind>> = {
  number: ofUnit('number'),
  fraction: ofUnit('fraction'),
  contacts: ofUnit('contacts'),
  erlangs: ofUnit('erlangs'),
  agents: ofUnit('agents'),
  seconds: { time: 1, counts: 'number' },
  'contacts-per-hour': { time: -1, counts: 'number' },
};

export const kindOfUnit = (unit: AmountUnit): Kind => KIND_OF_UNIT[unit];
export const NUMBER: Kind = KIND_OF_UNIT.number;

/** The unit of a result; null for a yes or no, square seconds and the like. */
export function unitOfKind({ time, counts }: Kind): AmountUnit | null {
  if (time === null) return null;
  if (time === 0) return counts;
  if (time === 1) return 'seconds';
  return time === -1 ? 'contacts-per-hour' : null;
}

const WORDS: Readonly<Record<AmountUnit | 'truth' | 'odd', LocalisedText>> = {
  number: { en: 'a plain number', ja: '単位のない数値' },
  fraction: { en: 'a share', ja: '割合' },
  contacts: { en: 'a number of contacts', ja: '件数' },
  erlangs: { en: 'a load', ja: '呼量' },
  agents: { en: 'a number of agents', ja: '人数' },
  seconds: { en: 'a time', ja: '時間' },
  'contacts-per-hour': { en: 'contacts per time', ja: '単位時間あたりの件数' },
  truth: { en: 'a yes or no', ja: '真偽' },
  odd: { en: 'a product or quotient of times', ja: '時間の積や商' },
};

export function kindWords(kind: Kind): LocalisedText {
  return WORDS[kind.time === null ? 'truth' : (unitOfKind(kind) ?? 'odd')];
}

export const unitWords = (unit: AmountUnit): LocalisedText => WORDS[unit];

/** Words that stand after a number as its unit. */
const UNIT_NAMES: readonly { readonly unit: AmountUnit; readonly size: number; readonly names: readonly string[] }[] = [
  { unit: 'fraction', size: 0.01, names: ['%'] },
  { unit: 'seconds', size: 1, names: ['s', 'sec', 'second', 'seconds', '秒'] },
  { unit: 'seconds', size: 60, names: ['min', 'm', 'minute', 'minutes', '分'] },
  { unit: 'seconds', size: 3600, names: ['h', 'hour', 'hours', '時間'] },
  { unit: 'seconds', size: 86_400, names: ['day', 'd', 'days', '日'] },
  { unit: 'seconds', size: 604_800, names: ['week', 'w', 'weeks', '週'] },
  { unit: 'contacts', size: 1, names: ['contact', 'contacts', '件'] },
  { unit: 'agents', size: 1, names: ['agent', 'agents', '人'] },
  { unit: 'erlangs', size: 1, names: ['erlang', 'erlangs', 'アーラン'] },
];

export interface FormulaUnit {
  readonly kind: Kind;
  readonly size: number;
}

/** Units by name. `per` between a number of contacts and a time is understood beside them. */
export const FORMULA_UNITS: ReadonlyMap<string, FormulaUnit> = new Map(
  UNIT_NAMES.flatMap(({ unit, size, names }) => names.map((name) => [name, { kind: kindOfUnit(unit), size }] as const)),
);
/** The names of units, first of each: for lists of what is known. */
export const UNIT_LIST: readonly string[] = UNIT_NAMES.map(({ names }) => names[0]!);

const isPlain = (kind: Kind): boolean => kind.time === 0 && kind.counts === 'number';

/** What a sum, a comparison or a choice of the two is; null where they do not fit. A plain number fits any but a rate. */
export function together(left: Kind, right: Kind): Kind | null {
  if (left.time === null || right.time === null) return left.time === right.time ? TRUTH : null;
  if (left.time !== right.time) {
    if (isPlain(left) && right.time === 1) return right;
    return isPlain(right) && left.time === 1 ? left : null;
  }
  if (left.counts === right.counts || isPlain(right)) return left;
  if (isPlain(left)) return right;
  // A load over a number of agents is an occupancy, so a load may meet a share.
  const met = [left.counts, right.counts];
  return met.includes('fraction') && !met.includes('erlangs') ? null : NUMBER;
}

/** 3600 to the power that brings a stored value to seconds. */
const hours = (time: number): number => Math.max(0, -time);

const freeOfTime = (left: Counts, right: Counts): Counts => {
  if (left === 'number' || left === 'fraction') return right === 'number' ? left : right;
  return right === 'number' || right === 'fraction' ? left : 'number';
};

interface Combined {
  readonly kind: Kind;
  readonly of: (left: number, right: number) => number;
}

/** The product of two kinds, and how the values are multiplied; null for yes or no. */
export function product(left: Kind, right: Kind): Combined | null {
  if (left.time === null || right.time === null) return null;
  const time = left.time + right.time;
  const divisor = 3600 ** (hours(left.time) + hours(right.time) - hours(time));
  const counts = left.time === 0 && right.time === 0 ? freeOfTime(left.counts, right.counts) : 'number';
  return { kind: { time, counts }, of: divisor === 1 ? (a, b) => a * b : (a, b) => (a * b) / divisor };
}

function quotientCounts(left: Kind, right: Kind): Counts {
  if (left.time === null || right.time === null || left.time !== 0 || right.time !== 0) return 'number';
  if (right.counts === 'number' || right.counts === 'fraction') return left.counts;
  return left.counts === 'contacts' && right.counts === 'contacts' ? 'fraction' : 'number';
}

/** The quotient of two kinds. Contacts of contacts are a share; contacts by a time are contacts per time. */
export function quotient(left: Kind, right: Kind): Combined | null {
  if (left.time === null || right.time === null) return null;
  const time = left.time - right.time;
  // Positive where a rate is made, negative where one is used up.
  const power = hours(time) - hours(left.time) + hours(right.time);
  const factor = 3600 ** Math.abs(power);
  const of =
    power === 0
      ? (a: number, b: number) => a / b
      : power > 0
        ? (a: number, b: number) => (a * factor) / b
        : (a: number, b: number) => a / (b * factor);
  return { kind: { time, counts: quotientCounts(left, right) }, of };
}
