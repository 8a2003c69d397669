import {
  intervalStart,
  localDateOf,
  localMinuteOfDay,
  weekdayOf,
  type Grid,
  type Instant,
  type ZoneId,
} from '@yotei/time';
import { checkPartOfWeek, DAY_MINUTES } from '../plan/part-of-week.js';
import type { ShrinkageReason } from '../plan/staffing-plan.js';

/**
 * Which causes gross required agents up. `unplanned`: what the roster cannot hold. `all`: planned causes too, for a
 * headcount or a budget made without a roster.
 */
export type GrossUp = 'unplanned' | 'all';

/** Unplanned shrinkage of one cause all day long, the simplest case. */
export function unplannedShrinkage(fraction: number): readonly ShrinkageReason[] {
  return fraction === 0 ? [] : [{ id: 'unplanned', fraction, planned: false }];
}

/** Throws for a cause that cannot be: a share outside 0 ≤ f < 1, a weekday that is none, an empty part of the day. */
export function checkShrinkage(reasons: readonly ShrinkageReason[]): void {
  for (const reason of reasons) {
    const { id, fraction } = reason;
    if (!(fraction >= 0 && fraction < 1)) {
      throw new RangeError(`shrinkageFraction (${fraction}) of ${id} must be 0 or more and below 1; 30 % is 0.3`);
    }
    checkPartOfWeek(reason, { named: (field) => `${field} of ${id}`, overMidnight: 'a cause that runs over midnight' });
  }
}

/** Shares of time available in parts of one local day, in order and without gap from minute 0 to 1440. */
interface DayPart {
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly availableFraction: number;
}

function dayPartsOf(reasons: readonly ShrinkageReason[], weekday: number): readonly DayPart[] {
  const striking = reasons.filter(({ weekdays }) => !weekdays || weekdays.includes(weekday));
  const edges = new Set([0, DAY_MINUTES]);
  for (const { fromMinute = 0, untilMinute = DAY_MINUTES } of striking) edges.add(fromMinute).add(untilMinute);
  const ordered = [...edges].sort((a, b) => a - b);
  return ordered.slice(1).map((untilMinute, index) => {
    const from = ordered[index]!;
    const now = striking.filter(
      ({ fromMinute = 0, untilMinute: until = DAY_MINUTES }) => fromMinute <= from && until >= untilMinute,
    );
    return {
      fromMinute: from,
      untilMinute,
      availableFraction: now.reduce((share, { fraction }) => share * (1 - fraction), 1),
    };
  });
}

/**
 * The share of paid time lost in any span of local wall-clock time. Causes strike independently and so multiply:
 * 1 - Π(1 - f). A span in which the causes change loses the share that makes up for each of its parts: 1 - 1/mean(1/
 * available). The wall clock is that of the zone, so that a cause from 12:00 to 14:00 stays there when the clock
 * changes.
 */
export class ShrinkageClock {
  private readonly partsByWeekday: readonly (readonly DayPart[])[];

  constructor(
    reasons: readonly ShrinkageReason[],
    private readonly zone: ZoneId,
    grossUp: GrossUp = 'unplanned',
  ) {
    checkShrinkage(reasons);
    const counted = reasons.filter(({ planned }) => grossUp === 'all' || !planned);
    this.partsByWeekday = Array.from({ length: 7 }, (_, index) => dayPartsOf(counted, index + 1));
  }

  /** The share lost in the `minutes` from that instant on; minutes after midnight belong to the next weekday. */
  fractionAt(startAt: Instant, minutes: number): number {
    let weekday = weekdayOf(localDateOf(startAt, this.zone));
    let from = localMinuteOfDay(startAt, this.zone);
    let left = minutes;
    let paid = 0;
    while (left > 0) {
      const until = Math.min(DAY_MINUTES, from + left);
      for (const part of this.partsByWeekday[weekday - 1]!) {
        const shared = Math.min(until, part.untilMinute) - Math.max(from, part.fromMinute);
        if (shared > 0) paid += shared / part.availableFraction;
        // A whole span in one part needs no rounding of sums.
        if (shared === minutes) return 1 - part.availableFraction;
      }
      left -= until - from;
      from = 0;
      weekday = (weekday % 7) + 1;
    }
    return 1 - minutes / paid;
  }
}

/** Lists of causes are plain data that nobody writes to: sliders that leave them alone find their shares again. */
const known = new WeakMap<readonly ShrinkageReason[], Map<string, Float64Array>>();
const NO_REASONS: readonly ShrinkageReason[] = [];

/** The share lost in each interval of the grid ({@link ShrinkageClock}); not to be written to. */
export function shrinkageOn(
  reasons: readonly ShrinkageReason[] = NO_REASONS,
  { grid, zone, grossUp = 'unplanned' }: { readonly grid: Grid; readonly zone: ZoneId; readonly grossUp?: GrossUp },
): Float64Array {
  const key = `${grid.startAt}/${grid.stepMinutes}/${grid.count}/${zone}/${grossUp}`;
  let byGrid = known.get(reasons);
  if (!byGrid) known.set(reasons, (byGrid = new Map()));
  let shares = byGrid.get(key);
  if (!shares) {
    const clock = new ShrinkageClock(reasons, zone, grossUp);
    shares = Float64Array.from({ length: grid.count }, (_, index) =>
      clock.fractionAt(intervalStart(grid, index), grid.stepMinutes),
    );
    byGrid.set(key, shares);
  }
  return shares;
}
