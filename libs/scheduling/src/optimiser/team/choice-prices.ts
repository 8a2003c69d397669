import type { PreparedProblem } from '../problem/prepare.js';
import { DAYS, type TourSpace } from '../problem/tour-space.js';
import type { TeamKeeper } from './team-keeper.js';

/**
 * Writes what each choice of the space would add to the keepers' penalties; they must have been prepared for its agent. A
 * day whose shifts are given costs nothing more: they are counted already.
 */
export function choicePricesOf(
  keepers: readonly TeamKeeper[],
  { space, patterns, frame }: Pick<PreparedProblem, 'patterns' | 'frame'> & { readonly space: TourSpace },
  into: Float64Array,
): void {
  for (let day = 0; day < space.days; day++) {
    for (let choice = space.dayFrom[day]!; choice < space.dayFrom[day + 1]!; choice++) {
      const pattern = patterns[space.pattern[choice]!];
      into[choice] = 0;
      if (!pattern) continue;
      const start = space.startSlot[choice]! - frame.pad;
      const from = Math.max(0, start);
      const until = Math.max(from, Math.min(frame.slotCount, start + pattern.lengthSlots));
      const place = { day: space.week * DAYS + day, from, until, startMinute: space.startMinute[choice]! };
      for (const keeper of keepers) into[choice]! += keeper.price(place);
    }
  }
}
