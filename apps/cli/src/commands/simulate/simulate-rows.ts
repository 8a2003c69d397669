import type { BySpan, Estimate, QueueMeasures, SimulationResult, Spread } from '@yotei/scheduling/simulation';
import { addDays, formatLocal, startOfLocalDay, type Instant, type ZoneId } from '@yotei/time';
import { significant, type Cell } from '../../io/csv-writer.js';
import type { RequirementCentre } from './requirement-centre.js';

export type SpanKind = 'interval' | 'day' | 'week' | 'all';

/** One span of one queue as it is written: names are the columns. */
export type SimulatedRow = Readonly<Record<string, Cell>> & { readonly span: SpanKind; readonly queue: string };

const DIGITS = 6;
const short = (value: number): number | null => (Number.isFinite(value) ? significant(value, DIGITS) : null);

const HOUR_SECONDS = 3600;
const SPREAD_LEVELS = ['p05', 'p10', 'p50', 'p90', 'p95'] as const satisfies readonly (keyof Spread)[];

const means = (name: string, { value, low, high }: Estimate): Record<string, Cell> => ({
  [name]: short(value),
  [`${name}_low`]: short(low),
  [`${name}_high`]: short(high),
});

const spread = (name: string, values: Spread): Record<string, Cell> =>
  Object.fromEntries(SPREAD_LEVELS.map((level) => [`${name}_${level}`, short(values[level])]));

function measuresOf(measures: QueueMeasures): Record<string, Cell> {
  return {
    contacts: short(measures.offered.value),
    ...means('service_level', measures.serviceLevelFraction),
    ...spread('service_level', measures.spread.serviceLevelFraction),
    ...means('asa_seconds', measures.asaSeconds),
    ...spread('asa_seconds', measures.spread.asaSeconds),
    ...means('abandonment', measures.abandonmentFraction),
    ...spread('abandonment', measures.spread.abandonmentFraction),
    ...means('occupancy', measures.occupancyFraction),
    ...spread('occupancy', measures.spread.occupancyFraction),
    wait_probability: short(measures.waitProbability.value),
    mean_queue_length: short(measures.meanQueueLength.value),
    blocked: short(measures.blocked.value),
    unserved: short(measures.unserved.value),
    goal_met: measures.goalMet ? short(measures.goalMet.value) : null,
    goal_met_low: measures.goalMet ? short(measures.goalMet.low) : null,
    goal_met_high: measures.goalMet ? short(measures.goalMet.high) : null,
  };
}

interface Place {
  readonly span: SpanKind;
  readonly startAt: Instant;
  readonly endAt: Instant;
  /** Simulated time in it. */
  readonly seconds: number;
  of<T>(by: BySpan<T>): T;
}

/** The spans of a queue that are told: intervals of the file, days and weeks that hold one, and all together. */
function placesOf({ centre, startAt, named }: RequirementCentre, queue: string, zone: ZoneId): Place[] {
  const own = named.get(queue)!;
  const { intervalSeconds, intervalCount, periods = [] } = centre;
  const at = (interval: number): Instant => startAt + interval * intervalSeconds * 1000;
  const intervals = [...own]
    .sort((a, b) => a - b)
    .map((i): Place => {
      const span = { span: 'interval' as const, startAt: at(i), endAt: at(i + 1), seconds: intervalSeconds };
      return { ...span, of: (by) => by.intervals[i]! };
    });
  const spans = periods.flatMap(({ id, kind, firstInterval, endInterval }, i): Place[] => {
    const holdsSome = [...own].some((interval) => interval >= firstInterval && interval < endInterval);
    if (!holdsSome) return [];
    const [span, days] = kind === 'week' ? (['week', 7] as const) : (['day', 1] as const);
    const [from, until] = [startOfLocalDay(id, zone), startOfLocalDay(addDays(id, days), zone)];
    const seconds = (endInterval - firstInterval) * intervalSeconds;
    return [{ span, startAt: from, endAt: until, seconds, of: (by) => by.periods[i]! }];
  });
  const seconds = intervalCount * intervalSeconds;
  return [...intervals, ...spans, { span: 'all', startAt, endAt: at(intervalCount), seconds, of: (by) => by.whole }];
}

/** All rows: queue by queue its intervals, days, weeks and the whole. */
export function simulatedRows(of: RequirementCentre, result: SimulationResult, zone: ZoneId): SimulatedRow[] {
  return of.centre.queues.flatMap((queue, index) => {
    return placesOf(of, queue.id, zone).map((place) => {
      const measures = place.of(result.queues[index]!);
      return {
        span: place.span,
        queue: queue.id,
        start: formatLocal(place.startAt, zone),
        end: formatLocal(place.endAt, zone),
        agent_hours: short((measures.agentsAtWork.value * place.seconds) / HOUR_SECONDS),
        ...measuresOf(measures),
      };
    });
  });
}
