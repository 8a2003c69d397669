import type { Grid, ZoneId } from '@yotei/time';
import { gridCalendar } from '../staffing/index.js';
import type { NightPremium, Premium } from './cost-terms.js';

const DAY_MINUTES = 1440;

/** What each interval's work earns on top, as shares of the wage. */
export interface PremiumShares {
  readonly night: Float64Array;
  readonly weekend: Float64Array;
  readonly holiday: Float64Array;
}

/** Minutes of `[from, from + length)` that lie in the window, which may run over midnight. */
function minutesIn({ fromMinute, untilMinute }: NightPremium, from: number, length: number): number {
  const until = untilMinute > fromMinute ? untilMinute : untilMinute + DAY_MINUTES;
  let minutes = 0;
  for (const shift of [-DAY_MINUTES, 0, DAY_MINUTES])
    minutes += Math.max(0, Math.min(from + length, until + shift) - Math.max(from, fromMinute + shift));
  return minutes;
}

function sharesOf(premiums: readonly Premium[], grid: Grid, zone: ZoneId): PremiumShares {
  const { dayOf, days, minuteOfDay, weekday } = gridCalendar(grid, zone);
  const shares = {
    night: new Float64Array(grid.count),
    weekend: new Float64Array(grid.count),
    holiday: new Float64Array(grid.count),
  };
  for (let index = 0; index < grid.count; index += 1) {
    const on = days[dayOf[index]!]!.fromOn;
    for (const premium of premiums) {
      if (premium.kind === 'night')
        shares.night[index]! +=
          (premium.fraction * minutesIn(premium, minuteOfDay[index]!, grid.stepMinutes)) / grid.stepMinutes;
      else if (premium.kind === 'holiday' && premium.dates.includes(on)) shares.holiday[index]! += premium.fraction;
      else if (premium.kind === 'weekend' && premium.weekdays.includes(weekday[index]!))
        shares.weekend[index]! += premium.fraction;
    }
    if (shares.holiday[index]! > 0) shares.weekend[index] = 0;
  }
  return shares;
}

const known = new WeakMap<readonly Premium[], Map<string, PremiumShares>>();

/**
 * Premiums of each interval of the grid by the wall clock of the zone: night by the share of the interval in the window,
 * weekend and holiday by its local date, a holiday instead of the weekend. On a clock-change night what counts is what
 * the clock shows: the hour that is there twice counts twice. Overtime is not a matter of the hour and not here.
 */
export function premiumShares(premiums: readonly Premium[], grid: Grid, zone: ZoneId): PremiumShares {
  const key = `${grid.startAt}/${grid.stepMinutes}/${grid.count}/${zone}`;
  let byGrid = known.get(premiums);
  if (!byGrid) known.set(premiums, (byGrid = new Map()));
  let shares = byGrid.get(key);
  if (!shares) byGrid.set(key, (shares = sharesOf(premiums, grid, zone)));
  return shares;
}
