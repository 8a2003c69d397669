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

/** Throws when the load is a mistake (negative, not a number, no interval), naming the value and the remedy. */
export function checkLoad(load: StaffingLoad): void {
  const { contacts, intervalSeconds, averageHandleSeconds, patienceSeconds, concurrency } = load;
  mustBe(Number.isFinite(contacts) && contacts >= 0, 'contacts', contacts, '0 or more; use NaN only in series');
  mustBe(
    Number.isFinite(intervalSeconds) && intervalSeconds > 0,
    'intervalSeconds',
    intervalSeconds,
    'above 0; use 900 or 1800',
  );
  mustBe(
    Number.isFinite(averageHandleSeconds) && averageHandleSeconds >= 0,
    'averageHandleSeconds',
    averageHandleSeconds,
    '0 or more, in seconds',
  );
  mustBe(
    patienceSeconds === undefined || patienceSeconds > 0,
    'patienceSeconds',
    patienceSeconds,
    'above 0; use erlang-b where nobody waits',
  );
  mustBe(
    concurrency === undefined || (Number.isFinite(concurrency) && concurrency >= 1),
    'concurrency',
    concurrency,
    '1 or more',
  );
}
