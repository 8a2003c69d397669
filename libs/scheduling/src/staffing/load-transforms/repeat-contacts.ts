import {
  checkSeries,
  lastingSeconds,
  mustBe,
  totalsOf,
  type ContactSeries,
  type TransformedLoad,
} from './contact-series.js';
import { checkDelay, type ReturnDelay } from './return-delay.js';
import { nextTaking } from './returns.js';

/** Contacts that were not solved and come back. */
export interface RepeatContacts {
  /** Share of all contacts, repeats among them, that come back: not solved × returning, 0 or more and below 1. */
  readonly repeatFraction: number;
  /** The share that is already in the series, where it counts all contacts; default 0: it counts first ones only. */
  readonly repeatFractionInSeries?: number;
  readonly returnDelay: ReturnDelay;
  /** Mean handle time of a repeat / of a contact before; default 1. */
  readonly repeatHandleFactor?: number;
}

function checkRepeats(repeats: RepeatContacts): void {
  const { repeatFraction, repeatFractionInSeries = 0, repeatHandleFactor = 1 } = repeats;
  for (const [name, value] of Object.entries({ repeatFraction, repeatFractionInSeries })) {
    mustBe(value >= 0 && value < 1, name, value, '0 or more and below 1; 15 % is 0.15');
  }
  const factor = repeatHandleFactor >= 0 && repeatHandleFactor < Infinity;
  mustBe(factor, 'repeatHandleFactor', repeatHandleFactor, '0 or more');
  checkDelay(repeats.returnDelay);
}

interface Spread {
  /** Contacts that fall into each interval from those before it and from itself. */
  readonly contacts: Float64Array;
  afterGrid: number;
}

/**
 * Forward through the grid: what an interval's contacts send back to itself is its own fixed point,
 * total = rest + q·w·total with w the share that falls into the same interval.
 */
function totalsWithRepeats(
  rest: (index: number, sentHere: number) => number,
  { count, share, delay, next }: { count: number; share: number; delay: ReturnDelay; next: Int32Array },
): { totals: Float64Array; sent: Spread } {
  const sent: Spread = { contacts: new Float64Array(count), afterGrid: 0 };
  const totals = new Float64Array(count);
  const own = share * delay[0]!;
  for (let index = 0; index < count; index += 1) {
    const total = Math.max(0, rest(index, sent.contacts[index]!)) / (1 - own);
    totals[index] = total;
    for (let later = 0; later < delay.length; later += 1) {
      const at = index + later < count ? next[index + later]! : count;
      if (at < count) sent.contacts[at]! += total * share * delay[later]!;
      else sent.afterGrid += total * share * delay[later]!;
    }
  }
  return { totals, sent };
}

/**
 * Contacts with those that come back because they were not solved: each contact, a repeat too, comes back with the
 * same chance, so that in the long run there are first contacts / (1 - share) of all. Repeats that fall where the
 * queue is closed wait for its opening. With a share already in the series, only the difference is made: the same share
 * changes nothing. Contacts before the grid are not known and send nobody into it. Nothing gets negative. Throws for
 * mistakes.
 */
export function withRepeatContacts(series: ContactSeries, repeats: RepeatContacts): TransformedLoad {
  checkSeries(series);
  checkRepeats(repeats);
  const { repeatFraction, repeatFractionInSeries = 0, returnDelay, repeatHandleFactor = 1 } = repeats;
  const count = series.contacts.length;
  const { intervalSeconds } = series;
  const next = nextTaking(Array.from(series.contacts, (contacts) => !Number.isNaN(contacts)));
  const known = Float64Array.from(series.contacts, (contacts) => (contacts > 0 ? contacts : 0));
  const frame = { count, delay: returnDelay, next };
  // Those already in the series: what its own contacts send, the contacts themselves being given.
  const old = totalsWithRepeats((index) => known[index]! * (1 - repeatFractionInSeries * returnDelay[0]!), {
    ...frame,
    share: repeatFractionInSeries,
  });
  const first = known.map((contacts, index) => contacts - old.sent.contacts[index]!);
  const same = repeatFraction === repeatFractionInSeries;
  const grown = totalsWithRepeats((index, sentHere) => first[index]! + sentHere, { ...frame, share: repeatFraction });
  const contacts = Float64Array.from(series.contacts, (own, index) => {
    if (same || Number.isNaN(own)) return own;
    return grown.totals[index]!;
  });
  const seconds = lastingSeconds(series);
  const averageHandleSeconds = Float64Array.from(series.averageHandleSeconds, (own, index) => {
    const extra = contacts[index]! - known[index]!;
    if (!(Math.abs(extra) > 0) || !(contacts[index]! > 0)) return own;
    // Repeats added (or spared) last as long as repeats do; the others as before.
    const mixed = (known[index]! * seconds[index]! + extra * seconds[index]! * repeatHandleFactor) / contacts[index]!;
    return Math.max(0, mixed);
  });
  const before = totalsOf(series);
  const after = totalsOf({ intervalSeconds, contacts, averageHandleSeconds });
  const step = {
    cause: 'repeats' as const,
    contacts: after.contacts - before.contacts,
    workHours: after.workHours - before.workHours,
    contactsAfterGrid: same ? 0 : grown.sent.afterGrid - old.sent.afterGrid,
  };
  return { intervalSeconds, contacts, averageHandleSeconds, explanation: { before, steps: [step], after } };
}
