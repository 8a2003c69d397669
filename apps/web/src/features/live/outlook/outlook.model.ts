import type { OutlookQueue } from './outlook.queries.js';

/** One interval of a queue, as the table shows it. */
export interface OutlookRow {
  readonly at: number;
  readonly contacts: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly need: number | null;
  readonly present: number | null;
  readonly serviceLow: number | null;
  readonly serviceLikely: number | null;
  readonly serviceHigh: number | null;
}

const MINUTE_MILLIS = 60_000;

/** Open intervals still to come. */
export function rowsToCome(queue: OutlookQueue): OutlookRow[] {
  const start = Date.parse(queue.startAt);
  return queue.present.flatMap((present, i) => {
    if (present === null || queue.plannedContacts[i] == null) return [];
    const of = (values: readonly (number | null)[]) => values[i] ?? null;
    return [
      {
        at: start + i * queue.stepMinutes * MINUTE_MILLIS,
        contacts: of(queue.expectedContacts),
        low: of(queue.p10Contacts),
        high: of(queue.p90Contacts),
        need: of(queue.need),
        present,
        serviceLow: of(queue.serviceLow),
        serviceLikely: of(queue.serviceLikely),
        serviceHigh: of(queue.serviceHigh),
      },
    ];
  });
}

/** The interval in which most are missing, among those still to come; null: nowhere. */
export function worstOf(queue: OutlookQueue): OutlookRow | null {
  const missing = ({ need, present }: OutlookRow) => (need ?? 0) - (present ?? 0);
  return rowsToCome(queue).reduce<OutlookRow | null>(
    (worst, row) => (missing(row) > Math.max(0.5, worst ? missing(worst) : 0) ? row : worst),
    null,
  );
}

/** Mean service level still to be expected, by contacts; null where the queue has none. */
export function restService(queue: OutlookQueue): { low: number; likely: number; high: number } | null {
  const sums = { weight: 0, low: 0, likely: 0, high: 0 };
  for (const row of rowsToCome(queue)) {
    const { contacts, serviceLow, serviceLikely, serviceHigh } = row;
    if (!contacts || serviceLow === null || serviceLikely === null || serviceHigh === null) continue;
    sums.weight += contacts;
    sums.low += contacts * serviceLow;
    sums.likely += contacts * serviceLikely;
    sums.high += contacts * serviceHigh;
  }
  if (sums.weight === 0) return null;
  return { low: sums.low / sums.weight, likely: sums.likely / sums.weight, high: sums.high / sums.weight };
}
