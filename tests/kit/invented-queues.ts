import { addDays } from '@yotei/time';
import type { QueueHistory } from '@yotei/forecast';
import { queueHistory } from './queue-history-builder.js';
import { RandomDraws } from './random-draws.js';

export interface InventedQueue {
  readonly seed: number;
  readonly weeks: number;
  /** Mean contacts of a usual interval. */
  readonly level: number;
  /** Relative standard deviation of a day's level; its correlation from day to day. */
  readonly daySpread: number;
  readonly dayCorrelation?: number;
  /** Relative standard deviation of each interval's own rate. */
  readonly intervalSpread?: number;
  readonly roundTheClock?: boolean;
  readonly stepMinutes?: number;
  /** The level is multiplied by this from that week on. */
  readonly breakAt?: { readonly week: number; readonly factor: number };
}

/** A queue whose counts are Poisson around a weekly pattern times a wandering day level times noise: its uncertainty is known. */
export function inventedQueue(of: InventedQueue): QueueHistory {
  const draws = new RandomDraws(of.seed);
  const correlation = of.dayCorrelation ?? 0.5;
  let level = draws.normal();
  let lastDay = -1;
  return queueHistory({
    fromOn: '2025-01-06',
    days: 7 * of.weeks,
    stepMinutes: of.stepMinutes ?? 30,
    contacts: ({ weekday, minuteOfDay, dayIndex }) => {
      const open = of.roundTheClock || (weekday < 6 && minuteOfDay >= 480 && minuteOfDay < 1080);
      if (!open) return Number.NaN;
      if (dayIndex !== lastDay) {
        level = correlation * level + Math.sqrt(1 - correlation ** 2) * draws.normal();
        lastDay = dayIndex;
      }
      const shape = (1.2 - Math.abs(minuteOfDay - 720) / 900) * (weekday === 1 ? 1.2 : weekday > 5 ? 0.7 : 1);
      const broken = of.breakAt && dayIndex >= 7 * of.breakAt.week ? of.breakAt.factor : 1;
      const rate =
        of.level * shape * broken * (1 + of.daySpread * level) * (1 + (of.intervalSpread ?? 0) * draws.normal());
      return draws.poisson(Math.max(0, rate));
    },
  });
}

/** The day so many weeks after the invented queue's first. */
export const inventedDay = (weeks: number, days = 0): string => addDays('2025-01-06', 7 * weeks + days);
