import { ForecastDistribution, type DayPart, type DistributionComponents } from '@yotei/forecast';
import { MINUTE_MILLIS, addDays, daysBetween, type Instant, type LocalDate } from '@yotei/time';
import type { ForecastDay } from '../stored-forecast-day.js';

/** The distribution of stored days, asked for by instants. */
export class StoredDistribution {
  readonly distribution: ForecastDistribution;

  constructor(
    components: DistributionComponents,
    private readonly stored: readonly ForecastDay[],
    trainedUntilOf: (forecastId: string) => LocalDate | null,
  ) {
    const days = stored.map(({ onDate, contacts, forecastId }) => ({
      on: onDate,
      contacts: Float64Array.from(contacts, (value) => value ?? Number.NaN),
      leadDays: Math.max(1, daysBetween(trainedUntilOf(forecastId) ?? addDays(onDate, -1), onDate)),
    }));
    this.distribution = new ForecastDistribution(components, {
      days,
      trainedUntilOn: addDays(stored[0]?.onDate ?? '1970-01-02', -1),
    });
  }

  get components(): DistributionComponents {
    return this.distribution.components;
  }

  /** Contacts between two instants that are not exceeded with probability `p`; 0 where nothing is open. */
  quantile(startAt: Instant, endAt: Instant, p: number): number {
    return this.distribution.totalQuantile(this.partsOf(startAt, endAt), p);
  }

  private partsOf(startAt: Instant, endAt: Instant): DayPart[] {
    const parts: DayPart[] = [];
    this.stored.forEach(({ startAt: dayAt, stepMinutes, contacts }, day) => {
      const index = (at: Instant) =>
        Math.min(contacts.length, Math.max(0, Math.round((at - dayAt) / (stepMinutes * MINUTE_MILLIS))));
      const [from, until] = [index(startAt), index(endAt)];
      if (until > from) parts.push({ day, from, until });
    });
    return parts;
  }
}
