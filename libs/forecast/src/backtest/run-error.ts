import type { Run } from './method-runs.js';

/** Contacts a block should hold on average: below, the least absolute error is had by saying too little. */
const CONTACTS_A_BLOCK = 10;
/** A run of fewer contacts than this share of the usual counts as if it had them: one contact too many on a day without any is no error without end. */
const QUIET_SHARE = 0.25;

/** What errors of runs are told in, the same for every method. */
export interface ErrorScale {
  /** Neighbouring slots that are compared as one. */
  readonly blockSlots: number;
  /** Least contacts an error is a share of. */
  readonly leastContacts: number;
}

export function errorScaleOf(runs: readonly Run[]): ErrorScale {
  const totals = runs.map(({ days }) => days.reduce((sum, { actual }) => sum + (actual ? contactsOf(actual) : 0), 0));
  const mean = totals.reduce((sum, total) => sum + total, 0) / Math.max(1, totals.length);
  return { blockSlots: blockSlotsOf(runs), leastContacts: QUIET_SHARE * mean };
}

const contactsOf = (actual: Float64Array): number =>
  actual.reduce((sum, came) => sum + (Number.isNaN(came) ? 0 : came), 0);

/**
 * How many neighbouring slots make a block of ten contacts on average in these runs: 1 where intervals are busy, up to
 * a whole day. Where an interval has half a contact, a forecast of zero has the least absolute error and is of no use.
 */
function blockSlotsOf(runs: readonly Run[]): number {
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
 * Sum of |actual - forecast| over blocks of neighbouring slots / sum of actual; with blocks of one slot the WAPE by
 * interval. NaN when there is nothing to compare.
 */
export function errorOfRun(run: Run, { blockSlots, leastContacts }: ErrorScale): number {
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
  return absolute / Math.max(total, leastContacts);
}
