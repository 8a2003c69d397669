import type { StaffingLoad } from './staffing-model.js';

/** Handle seconds as one agent sees them: divided by the contacts handled at once. */
export function effectiveHandleSeconds(load: StaffingLoad): number {
  return load.averageHandleSeconds / (load.concurrency ?? 1);
}

/**
 * Offered load: contacts × handle seconds / interval seconds. Multiplies before dividing, because
 * 130 / 1800 × 180 is 12.999999999999998 in doubles and 130 × 180 / 1800 is 13.
 */
export function loadErlangs(load: StaffingLoad): number {
  return (load.contacts * load.averageHandleSeconds) / (load.intervalSeconds * (load.concurrency ?? 1));
}

function mustBe(holds: boolean, name: string, value: unknown, must: string): void {
  if (!holds) throw new RangeError(`${name} (${String(value)}) must be ${must}`);
}

// Beyond these a unit has been mixed up; they also bound the time an answer takes.
const MAX_LOAD_ERLANGS = 1e7;
const MAX_CONTACTS_PER_SECOND = 1e6;
const MAX_PATIENCE_SECONDS = 1e7;

function checkSize(load: StaffingLoad): void {
  const { contacts, intervalSeconds, patienceSeconds } = load;
  mustBe(contacts <= MAX_CONTACTS_PER_SECOND * intervalSeconds, 'contacts', contacts, 'at most 1,000,000 a second');
  const erlangs = loadErlangs(load);
  mustBe(
    erlangs <= MAX_LOAD_ERLANGS,
    'load in erlangs',
    erlangs,
    'at most 10,000,000; check the unit of the handle time',
  );
  if (patienceSeconds === undefined || patienceSeconds === Infinity) return;
  const fits = patienceSeconds > 0 && patienceSeconds <= MAX_PATIENCE_SECONDS;
  mustBe(fits, 'patienceSeconds', patienceSeconds, 'above 0 and at most 10,000,000, or Infinity where nobody leaves');
}

/** Throws when the load is a mistake (negative, not a number, out of all proportion), naming value and remedy. */
export function checkLoad(load: StaffingLoad): void {
  const { contacts, intervalSeconds, averageHandleSeconds, concurrency = 1 } = load;
  mustBe(Number.isFinite(contacts) && contacts >= 0, 'contacts', contacts, '0 or more; NaN belongs in series only');
  const isLength = Number.isFinite(intervalSeconds) && intervalSeconds > 0;
  mustBe(isLength, 'intervalSeconds', intervalSeconds, 'above 0; use 900 or 1800');
  const isHandling = Number.isFinite(averageHandleSeconds) && averageHandleSeconds >= 0;
  mustBe(isHandling, 'averageHandleSeconds', averageHandleSeconds, '0 or more, in seconds');
  mustBe(Number.isFinite(concurrency) && concurrency >= 1, 'concurrency', concurrency, '1 or more');
  checkSize(load);
}
