import {
  addDays,
  localDaysGrid,
  localMinuteOfDay,
  intervalStart,
  weekdayOf,
  type LocalDate,
  type ZoneId,
} from '@yotei/time';
import type { HistoryDay, QueueHistory } from '@yotei/forecast';

export interface HistoryPlan {
  readonly fromOn: LocalDate;
  readonly days: number;
  readonly zone?: ZoneId;
  readonly stepMinutes?: number;
  /** Contacts of the interval that starts at that wall-clock minute; NaN = closed. */
  readonly contacts: (at: { on: LocalDate; weekday: number; minuteOfDay: number; dayIndex: number }) => number;
  /** Total handle seconds of an interval with that many contacts. */
  readonly handleSeconds?: (at: { contacts: number; minuteOfDay: number }) => number;
}

/** A history by formula, interval by interval of each local day; days that are closed throughout are absent. */
export function queueHistory({
  fromOn,
  days,
  zone = 'UTC',
  stepMinutes = 60,
  contacts,
  handleSeconds,
}: HistoryPlan): QueueHistory {
  const built: HistoryDay[] = [];
  for (let dayIndex = 0; dayIndex < days; dayIndex++) {
    const on = addDays(fromOn, dayIndex);
    const grid = localDaysGrid(on, 1, zone, stepMinutes);
    const minutes = Array.from({ length: grid.count }, (_, index) =>
      localMinuteOfDay(intervalStart(grid, index), zone),
    );
    const values = Float64Array.from(minutes, (minuteOfDay) =>
      contacts({ on, weekday: weekdayOf(on), minuteOfDay, dayIndex }),
    );
    if (values.every(Number.isNaN)) continue;
    const handled =
      handleSeconds && values.map((value, index) => handleSeconds({ contacts: value, minuteOfDay: minutes[index]! }));
    built.push(handled ? { on, contacts: values, handleSeconds: handled } : { on, contacts: values });
  }
  return { zone, stepMinutes, days: built };
}

/** A centre open on weekdays 08:00-18:00, busiest on Mondays and at eleven, counts by a fixed formula with a wobble of a few percent. */
export function officeHistory(overrides: Partial<HistoryPlan> = {}): QueueHistory {
  return queueHistory({
    fromOn: '2026-01-05',
    days: 84,
    contacts: ({ weekday, minuteOfDay, dayIndex }) => {
      if (weekday > 5 || minuteOfDay < 480 || minuteOfDay >= 1080) return Number.NaN;
      const level = weekday === 1 ? 130 : 100;
      const shape = 1.2 - Math.abs(minuteOfDay - 660) / 600;
      const wobble = 1 + 0.03 * Math.sin(dayIndex * 2.4) + 0.02 * Math.sin(minuteOfDay + 7 * dayIndex);
      return Math.round(level * shape * wobble);
    },
    ...overrides,
  });
}
