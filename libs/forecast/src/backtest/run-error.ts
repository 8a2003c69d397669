import type { Run } from './method-runs.js';

/** Contacts a block should hold on average: below, the least absolute error is had by saying too little. */
const CONTACTS_A_BLOCK = 10;

/**
 * How many neighbouring slots make a block of ten contacts on average in these runs: 1 where intervals are busy, up to
 * a whole day. Where an interval has half a contact, a forecast of zero has the least absolute error and is of no use.
 */
export function blockSlotsOf(runs: readonly Run[]): number {
  let total = 0;
  let intervals = 0;
  let slots = 1;
  for (const { days } of runs) {
    for (const { actual } of days) {
      actual?.forEach((came) => {
        if (Number.isNaN(came)) return;
        total += came;
        intervals++;
      });
      slots = Math.max(slots, actual?.length ?? 1);
    }
  }
  return Math.min(slots, Math.max(1, Math.ceil((CONTACTS_A_BLOCK * intervals) / Math.max(total, 1e-9))));
}

/**
 * Sum of |actual - forecast| over blocks of `blockSlots` neighbouring slots / sum of actual; with blocks of one slot
 * the WAPE by interval. NaN when there is nothing to compare.
 */
export function errorOfRun(run: Run, blockSlots: number): number {
  let absolute = 0;
  let total = 0;
  for (const { forecast, actual } of run.days) {
    if (!actual) continue;
    let difference = 0;
    for (let slot = 0; slot < actual.length; slot++) {
      const came = actual[slot]!;
      if (!Number.isNaN(came)) {
        difference += came - (forecast[slot]! || 0);
        total += came;
      }
      if ((slot + 1) % blockSlots === 0 || slot + 1 === actual.length) {
        absolute += Math.abs(difference);
        difference = 0;
      }
    }
  }
  return absolute / total;
}
