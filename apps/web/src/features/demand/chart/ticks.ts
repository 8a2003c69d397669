import { addDays, startOfLocalDay, weekdayOf } from '@yotei/time';
import { dateInZone, formatDate, formatTime } from '../../../app/format/format-time.js';
import type { ChartTick } from '../../../ui/plot-parts.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Hours on a short stretch, midnights on a longer one, Mondays on weeks. Where clocks change, hours stay real ones. */
export function demandTicks(fromAt: number, untilAt: number, zone: string): readonly ChartTick[] {
  const span = untilAt - fromAt;
  const ticks: ChartTick[] = [];
  const everyHours = span <= 10 * HOUR ? 1 : span <= 30 * HOUR ? 2 : span <= 60 * HOUR ? 6 : 24;
  for (let on = dateInZone(fromAt, zone); ; on = addDays(on, 1)) {
    const midnight = startOfLocalDay(on, zone);
    if (midnight >= untilAt) return ticks;
    if (span > 16 * DAY && weekdayOf(on) !== 1) continue;
    const next = startOfLocalDay(addDays(on, 1), zone);
    for (let at = midnight; at < next; at += everyHours * HOUR) {
      if (at < fromAt || at >= untilAt) continue;
      ticks.push({ at, label: at === midnight ? formatDate(on) : formatTime(at, zone) });
    }
  }
}
