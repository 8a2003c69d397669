import type { StaffingLoad, StaffingModel, StaffingModelParameter } from './staffing-model.js';

/**
 * Offered load: contacts × handle seconds / interval seconds, in contacts handled at a time. Multiplies before
 * dividing, because 130 / 1800 × 180 is 12.999999999999998 in doubles and 130 × 180 / 1800 is 13.
 */
export function loadErlangs(load: StaffingLoad): number {
  return (load.contacts * load.averageHandleSeconds) / load.intervalSeconds;
}

/** A load below this keeps nobody busy in any number of years; sums over states with it would leave the doubles. */
export const IDLE_ERLANGS = 1e-200;

/** The parameters the model needs and the load does not hold. */
export function missingParameters(
  model: StaffingModel,
  load: Partial<StaffingLoad>,
): readonly StaffingModelParameter[] {
  return model.parameters.filter(({ key, required }) => required && load[key] === undefined);
}

function mustBe(holds: boolean, name: string, value: unknown, must: string): void {
  if (!holds) throw new RangeError(`${name} (${String(value)}) must be ${must}`);
}

// Beyond these a unit has been mixed up; they also bound the time an answer takes.
const MAX_LOAD_ERLANGS = 1e7;
const MAX_CONTACTS_PER_SECOND = 1e6;
const MAX_PATIENCE_SECONDS = 1e7;
const MAX_CONCURRENCY = 100;
const MAX_LINES = 1e6;

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

function checkOptions({ concurrency, slowdownFraction, lines, redialFraction }: StaffingLoad): void {
  const within = (name: string, value: number | undefined, range: { min: number; max: number; must: string }): void =>
    mustBe(value === undefined || (value >= range.min && value <= range.max), name, value, range.must);
  within('concurrency', concurrency, { min: 1, max: MAX_CONCURRENCY, must: '1 to 100 contacts' });
  // Beyond 1 an agent gets less done with one contact more: the remedy is fewer at once.
  const noSlower = '0..1, or each further contact slows the others by more than it is worth; lower the concurrency';
  within('slowdownFraction', slowdownFraction, { min: 0, max: 1, must: noSlower });
  within('lines', lines, { min: 1, max: MAX_LINES, must: 'a whole number, 1 to 1,000,000' });
  mustBe(lines === undefined || Number.isInteger(lines), 'lines', lines, 'a whole number, 1 to 1,000,000');
  within('redialFraction', redialFraction, { min: 0, max: 1, must: '0..1; 30 % is 0.3' });
}

/** Whether nothing at all is wrong with it: the short way for the many loads of a plan. */
function isPlain(load: StaffingLoad): boolean {
  const { contacts, intervalSeconds, averageHandleSeconds, patienceSeconds } = load;
  if (load.concurrency !== undefined || load.lines !== undefined || load.redialFraction !== undefined) return false;
  if (load.slowdownFraction !== undefined) return false;
  if (!(contacts >= 0 && intervalSeconds > 0 && intervalSeconds < Infinity && averageHandleSeconds >= 0)) return false;
  if (!(contacts <= MAX_CONTACTS_PER_SECOND * intervalSeconds)) return false;
  if (!(contacts * averageHandleSeconds <= MAX_LOAD_ERLANGS * intervalSeconds && averageHandleSeconds < Infinity)) {
    return false;
  }
  return patienceSeconds === undefined || (patienceSeconds > 0 && patienceSeconds <= MAX_PATIENCE_SECONDS);
}

/** Throws when the load is a mistake (negative, not a number, out of all proportion), naming value and remedy. */
export function checkLoad(load: StaffingLoad): void {
  if (isPlain(load)) return;
  const { contacts, intervalSeconds, averageHandleSeconds } = load;
  mustBe(Number.isFinite(contacts) && contacts >= 0, 'contacts', contacts, '0 or more; NaN belongs in series only');
  const isLength = Number.isFinite(intervalSeconds) && intervalSeconds > 0;
  mustBe(isLength, 'intervalSeconds', intervalSeconds, 'above 0; use 900 or 1800');
  const isHandling = Number.isFinite(averageHandleSeconds) && averageHandleSeconds >= 0;
  mustBe(isHandling, 'averageHandleSeconds', averageHandleSeconds, '0 or more, in seconds');
  checkOptions(load);
  checkSize(load);
}
