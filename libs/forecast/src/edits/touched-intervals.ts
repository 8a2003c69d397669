import {
  intervalIndex,
  intervalStart,
  localDateOf,
  localMinuteOfDay,
  weekdayOf,
  type Grid,
  type ZoneId,
} from '@yotei/time';
import type { DemandLayer, LayerPattern } from './demand-layer.js';

/** Weekday (1..7) and minute of the day of each interval's start, by the site's clock. */
export interface LocalClock {
  readonly weekday: Uint8Array;
  readonly minute: Float64Array;
}

/** The clock of a grid, worked out when first asked for: most stacks have no pattern and need none. */
export function lazyClock(grid: Grid, zone: ZoneId): () => LocalClock {
  let clock: LocalClock | undefined;
  return () => {
    if (clock) return clock;
    clock = { weekday: new Uint8Array(grid.count), minute: new Float64Array(grid.count) };
    for (let i = 0; i < grid.count; i += 1) {
      const at = intervalStart(grid, i);
      clock.weekday[i] = weekdayOf(localDateOf(at, zone));
      clock.minute[i] = localMinuteOfDay(at, zone);
    }
    return clock;
  };
}

/** First and one-past-last index of the intervals that start inside a layer's range. */
export function indexRange(grid: Grid, layer: DemandLayer): { readonly from: number; readonly until: number } {
  const firstInside = (at: number) => {
    const index = intervalIndex(grid, at);
    const whole = intervalStart(grid, index) < at ? index + 1 : index;
    return Math.min(grid.count, Math.max(0, whole));
  };
  return { from: firstInside(layer.startAt), until: firstInside(layer.endAt) };
}

function matches(pattern: LayerPattern, clock: LocalClock, index: number): boolean {
  const minute = clock.minute[index]!;
  return (
    pattern.weekdays.includes(clock.weekday[index]!) && minute >= pattern.fromMinute && minute < pattern.untilMinute
  );
}

/** Calls `visit` with each interval that a layer touches and that is open (contacts known). */
export function eachTouched(
  of: { readonly grid: Grid; readonly contacts: Float64Array; readonly clock: () => LocalClock },
  layer: DemandLayer,
  visit: (index: number) => void,
): void {
  const { from, until } = indexRange(of.grid, layer);
  const clock = layer.pattern ? of.clock() : null;
  for (let i = from; i < until; i += 1) {
    if (Number.isNaN(of.contacts[i]!)) continue;
    if (clock && !matches(layer.pattern!, clock, i)) continue;
    visit(i);
  }
}
