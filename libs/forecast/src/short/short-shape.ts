import type { TrainingDay } from '../series/training-view.js';

/** Typed by hand, an interval's share of its day is taken to be right within this (relative standard deviation). */
const TYPED_SHAPE_SPREAD = 0.25;
/** No shape is taken to be smoother than this: how far an interval departs from the mean of its neighbours. */
const SMOOTHEST = 0.05;
/** How far a weekday's share of an interval departs from that of the weekdays of its kind. */
const WEEKDAY_SPREAD = 0.07;

/** A day's shape: shares that sum to 1 over the open slots, and how sure each is. */
export interface SlotShares {
  readonly shares: Float64Array;
  /** Relative variance of each share. */
  readonly variance: Float64Array;
}

interface Counts {
  /** Contacts seen by slot. */
  readonly contacts: Float64Array;
  /** Share expected by slot before any day was seen. */
  readonly prior: Float64Array;
  /** Contacts of evidence behind the prior, by slot. */
  readonly evidence: Float64Array;
}

/**
 * Shape of a weekday from few days: counts of all weekdays of its kind smoothed over neighbouring intervals, drawn to
 * the typed shape by its stated evidence, then the weekday's own counts drawn to that. Counts are divided by `noise`
 * (variance over mean), since contacts of a day come in bunches.
 */
export function weekdayShape(input: {
  readonly own: readonly TrainingDay[];
  readonly kin: readonly TrainingDay[];
  readonly open: Uint8Array;
  readonly typed: Float64Array | null;
  readonly noise: number;
}): SlotShares {
  const { own, kin, open, typed, noise } = input;
  const slots = open.length;
  const flat = Float64Array.from(open, (isOpen) => (isOpen ? 1 : 0));
  const prior = shared(typed ? typed.map((value) => value || 0) : flat, open);
  const typedEvidence = typed ? 1 / TYPED_SHAPE_SPREAD ** 2 : 0.01;
  const common = drawn({
    contacts: smoothed(sumOf(kin, slots), open, noise).map((count) => count / noise),
    prior,
    evidence: new Float64Array(slots).fill(typedEvidence),
  });
  const kinCounts = sumOf(kin, slots);
  const ownCounts = sumOf(own, slots);
  const result = drawn({
    contacts: ownCounts.map((count) => count / noise),
    prior: shared(common, open),
    evidence: new Float64Array(slots).fill(1 / WEEKDAY_SPREAD ** 2),
  });
  const variance = Float64Array.from(
    open,
    (_, slot) =>
      1 / (typedEvidence + kinCounts[slot]! / noise + 4) + 1 / (1 / WEEKDAY_SPREAD ** 2 + ownCounts[slot]! / noise),
  );
  return { shares: shared(result, open), variance };
}

/** (prior · evidence + counts) / (evidence + counts expected by the prior): the mean of a gamma posterior, slot by slot, in shares. */
function drawn({ contacts, prior, evidence }: Counts): Float64Array {
  const all = contacts.reduce((sum, value) => sum + value, 0);
  if (all === 0) return Float64Array.from(prior);
  return prior.map((share, slot) => {
    const expected = share * all;
    const weight = evidence[slot]!;
    const ratio = (weight + contacts[slot]!) / (weight + expected);
    return share * ratio;
  });
}

/**
 * Each count drawn to the mean of its neighbours, the more the fewer there are and the smoother the shape is seen to be:
 * its squared departures from the neighbours, less what noise alone makes (1.5 times its own variance), say how rough it is.
 */
function smoothed(counts: Float64Array, open: Uint8Array, noise: number): Float64Array {
  const inner = [...counts.keys()].filter((slot) => open[slot - 1] && open[slot] && open[slot + 1]);
  const middle = (slot: number) => (counts[slot - 1]! + counts[slot + 1]!) / 2;
  let squares = 0;
  let expected = 0;
  for (const slot of inner) {
    squares += (counts[slot]! - middle(slot)) ** 2 - 1.5 * noise * counts[slot]!;
    expected += middle(slot) ** 2;
  }
  const roughness = Math.max(SMOOTHEST ** 2, expected > 0 ? squares / expected : 0);
  const drawnCounts = Float64Array.from(counts);
  for (const slot of inner) {
    const mean = middle(slot);
    const trust = mean / (mean + noise / roughness);
    drawnCounts[slot] = trust * counts[slot]! + (1 - trust) * 0.5 * (mean + counts[slot]!);
  }
  return drawnCounts;
}

function sumOf(days: readonly TrainingDay[], slots: number): Float64Array {
  const sums = new Float64Array(slots);
  for (const { filled } of days) for (let slot = 0; slot < slots; slot++) sums[slot]! += filled[slot]!;
  return sums;
}

function shared(values: Float64Array, open: Uint8Array): Float64Array {
  const all = values.reduce((sum, value, slot) => sum + (open[slot] ? value : 0), 0);
  const openCount = open.reduce((sum, value) => sum + value, 0);
  return values.map((value, slot) => (!open[slot] ? 0 : all > 0 ? value / all : 1 / openCount));
}
