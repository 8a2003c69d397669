import type { HistoryDay, LongRangeWeek, QueueHistory, WeekComponents } from '@yotei/forecast';
import type { LocalDate } from '@yotei/time';

/** Day totals of several queues by local date; a day is there when every queue that was open on its weekday by then has it. */
export function sumOfHistories(histories: readonly QueueHistory[]): QueueHistory {
  const totals = new Map<LocalDate, { contacts: number; handle: number; queues: number }>();
  const starts = histories.map(({ days }) => days[0]?.on ?? '9').sort();
  // Before the youngest queue's first day the sum would be that of fewer queues.
  const fromOn = starts.at(-1) ?? '';
  for (const { days } of histories)
    for (const { on, contacts, handleSeconds } of days) {
      if (on < fromOn) continue;
      const sum = totals.get(on) ?? { contacts: 0, handle: 0, queues: 0 };
      totals.set(on, {
        contacts: sum.contacts + total(contacts),
        handle: sum.handle + (handleSeconds ? total(handleSeconds) : Number.NaN),
        queues: sum.queues + 1,
      });
    }
  const days: HistoryDay[] = [...totals]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, { contacts, handle }]) => ({
      on,
      contacts: Float64Array.of(contacts),
      handleSeconds: Float64Array.of(handle),
    }));
  return { zone: histories[0]?.zone ?? 'UTC', stepMinutes: 1440, days };
}

/**
 * Weeks of all queues: points and parts are the queues' sums; the width is that of the forecast of the whole, since how
 * far queues err together is in the whole's past and in no queue's own.
 */
export function sumOfWeeks(
  queues: readonly (readonly LongRangeWeek[])[],
  whole: readonly LongRangeWeek[],
): LongRangeWeek[] {
  return whole.map((week, index) => {
    const parts = queues.map((weeks) => weeks[index]!);
    const sum = (of: (part: LongRangeWeek) => number) => parts.reduce((all, part) => all + of(part), 0);
    const contacts = sum((part) => part.contacts);
    const scale = week.contacts > 0 ? contacts / week.contacts : 0;
    const component = (name: keyof WeekComponents) => sum((part) => part.components[name]);
    const work = sum((part) => part.contacts * part.averageHandleSeconds);
    const averageHandleSeconds = contacts > 0 ? work / contacts : Number.NaN;
    const handleScale = averageHandleSeconds / week.averageHandleSeconds;
    return {
      on: week.on,
      contacts,
      p05: week.p05 * scale,
      p10: week.p10 * scale,
      p50: week.p50 * scale,
      p90: week.p90 * scale,
      p95: week.p95 * scale,
      components: {
        base: component('base'),
        trend: component('trend'),
        season: component('season'),
        calendar: component('calendar'),
        growth: component('growth'),
      },
      averageHandleSeconds,
      handleP10: week.handleP10 * handleScale,
      handleP90: week.handleP90 * handleScale,
    };
  });
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + (value || 0), 0);
