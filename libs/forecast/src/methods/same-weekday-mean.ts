import type { HorizonDay, TrainingDay, TrainingView } from '../series/training-view.js';

/** Mean of each slot over the last `weeks` days of the horizon day's weekday; missing values are skipped, not zero. */
export function sameWeekdayMeans(
  history: TrainingView,
  weeks: number,
): (horizon: readonly HorizonDay[]) => Float64Array[] {
  const byWeekday = Array.from({ length: 8 }, (_, weekday) =>
    history.days.filter((day) => day.weekday === weekday).slice(-weeks),
  );
  const means = byWeekday.map((days) =>
    Float64Array.from({ length: history.slotCount }, (_, slot) => slotMean(days, slot)),
  );
  return (horizon) => horizon.map(({ weekday }) => Float64Array.from(means[weekday]!));
}

function slotMean(days: readonly TrainingDay[], slot: number): number {
  let sum = 0;
  let filled = 0;
  let seen = 0;
  for (const day of days) {
    filled += day.filled[slot]!;
    if (Number.isNaN(day.values[slot]!)) continue;
    sum += day.values[slot]!;
    seen++;
  }
  if (seen > 0) return sum / seen;
  return days.length > 0 ? filled / days.length : 0;
}
