import type { DayTracker } from '../../rules/index.js';
import { periodOf } from './tracked-periods.js';

/** What each choice of a long tour adds to the amounts that seldom bind. */
export interface RareAmounts {
  /** Entries of choice c are `choiceFrom[c]` to `choiceFrom[c + 1] - 1`: the place of the amount in its period, and how much. */
  readonly choiceFrom: Int32Array;
  readonly place: Int32Array;
  readonly added: Int32Array;
  /** Most that each place, an amount in one of its periods, may hold. */
  readonly most: Int32Array;
  /** Number of the tracker of each place. */
  readonly tracker: Int32Array;
}

interface RareInput {
  readonly trackers: readonly DayTracker[];
  readonly isRare: (tracker: number) => boolean;
  /** Symbols by tracker of each choice of each day. */
  readonly choices: readonly (readonly { readonly symbols: readonly number[] }[])[];
}

/** Lists what each choice adds, days one after the other; null where no amount is rare. */
export function rareAmounts({ trackers, isRare, choices }: RareInput): RareAmounts | null {
  const rare = trackers.flatMap(({ amount }, tracker) => (amount && isRare(tracker) ? [{ amount, tracker }] : []));
  if (rare.length === 0) return null;
  const first: number[] = [];
  const most: number[] = [];
  const trackerOf: number[] = [];
  for (const { amount, tracker } of rare) {
    first.push(most.length);
    for (const { max } of amount.ranges) {
      most.push(max);
      trackerOf.push(tracker);
    }
  }
  const choiceFrom = [0];
  const place: number[] = [];
  const added: number[] = [];
  choices.forEach((onDay, day) => {
    for (const { symbols } of onDay) {
      rare.forEach(({ amount, tracker }, i) => {
        const more = amount.of(0, symbols[tracker]!, day);
        if (more === 0) return;
        place.push(first[i]! + periodOf(amount, day));
        added.push(more);
      });
      choiceFrom.push(place.length);
    }
  });
  return {
    choiceFrom: Int32Array.from(choiceFrom),
    place: Int32Array.from(place),
    added: Int32Array.from(added),
    most: Int32Array.from(most, (each) => Math.min(each, 0x7fff_ffff)),
    tracker: Int32Array.from(trackerOf),
  };
}
