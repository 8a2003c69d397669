/** Contacts and handle time of a queue over a grid of equal intervals; NaN contacts = closed or not known. */
export interface ContactSeries {
  readonly intervalSeconds: number;
  readonly contacts: ArrayLike<number>;
  /** NaN where nothing arrives and none is known. */
  readonly averageHandleSeconds: ArrayLike<number>;
}

/** What changed a series, by name. */
export type LoadCause = 'deflected' | 'handle-mix' | 'came-back' | 'repeats';

/** Contacts and handling hours on the grid. */
export interface LoadTotals {
  readonly contacts: number;
  readonly workHours: number;
}

/** One cause and what it adds (or takes away, below 0). */
export interface LoadStep extends LoadTotals {
  readonly cause: LoadCause;
  /** What falls after the end of the grid and is therefore in no interval of it. */
  readonly contactsAfterGrid: number;
}

/** `before` and all steps add up to `after`. */
export interface LoadExplanation {
  readonly before: LoadTotals;
  readonly steps: readonly LoadStep[];
  readonly after: LoadTotals;
}

export interface TransformedLoad extends ContactSeries {
  readonly contacts: Float64Array;
  readonly averageHandleSeconds: Float64Array;
  readonly explanation: LoadExplanation;
}

export function mustBe(holds: boolean, name: string, value: unknown, must: string): void {
  if (!holds) throw new RangeError(`${name} (${String(value)}) must be ${must}`);
}

export function mustBeFraction(name: string, value: number): void {
  mustBe(value >= 0 && value <= 1, name, value, '0..1; 30 % is 0.3');
}

/** Throws when the series are of different lengths or hold impossible values. */
export function checkSeries({ intervalSeconds, contacts, averageHandleSeconds }: ContactSeries): void {
  mustBe(intervalSeconds > 0 && Number.isFinite(intervalSeconds), 'intervalSeconds', intervalSeconds, 'above 0');
  const alike = averageHandleSeconds.length === contacts.length;
  mustBe(
    alike,
    'averageHandleSeconds',
    `${averageHandleSeconds.length} values`,
    `as long as contacts, ${contacts.length}`,
  );
  for (let index = 0; index < contacts.length; index += 1) {
    const count = contacts[index]!;
    mustBe(Number.isNaN(count) || (count >= 0 && count < Infinity), 'contacts', count, '0 or more');
    const seconds = averageHandleSeconds[index]!;
    mustBe(
      !(count > 0) || (seconds >= 0 && seconds < Infinity),
      'averageHandleSeconds',
      seconds,
      '0 or more, in seconds',
    );
  }
}

/** Sums over the intervals with known contacts. */
export function totalsOf({ contacts, averageHandleSeconds }: ContactSeries): LoadTotals {
  let [count, seconds] = [0, 0];
  for (let index = 0; index < contacts.length; index += 1) {
    if (!(contacts[index]! > 0)) continue;
    count += contacts[index]!;
    seconds += contacts[index]! * averageHandleSeconds[index]!;
  }
  return { contacts: count, workHours: seconds / 3600 };
}

/** Handle seconds of each interval; where nothing arrives those of the last interval before in which something did. */
export function lastingSeconds({ contacts, averageHandleSeconds }: ContactSeries): Float64Array {
  let seconds = Array.from(contacts).findIndex((count) => count > 0);
  seconds = seconds < 0 ? 0 : averageHandleSeconds[seconds]!;
  return Float64Array.from(contacts, (count, index) => {
    const own = averageHandleSeconds[index]!;
    if (count > 0 || !Number.isNaN(own)) seconds = own;
    return seconds;
  });
}
