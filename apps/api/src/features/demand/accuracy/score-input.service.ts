import { Injectable } from '@nestjs/common';
import type { InstantRange } from '@yotei/forecast/edits';
import { addDays, daysBetween, startOfLocalDay, type Instant, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { IntervalFactRepository } from '../interval-facts.repository.js';
import type { QueueRecord } from '../queue-directory.js';
import { QueueCalendarService, rangeOfDays } from '../special-days/queue-calendar.service.js';
import { LEAD_DAYS } from './forecast-scores.repository.js';
import {
  ForecastsInForceRepository,
  type DatedLayer,
  type ForecastVersionDay,
  type KnownDay,
} from './forecasts-in-force.repository.js';
import { layeredDays, type KeptLayer } from './layered-days.js';
import type { PlanToScore, QueueToScore } from './score.compute.js';

/** History that simple forecasts and the scale of MASE look at, before the oldest knowledge scored. */
const HISTORY_DAYS = 84;
const LONGEST_TOTAL_DAYS = 35;

type LayersAt = (range: InstantRange, knownAt: Instant) => DatedLayer[];

/** Rows of forecasts, approvals, edits and facts -> what the scoring computes on. */
@Injectable()
export class ScoreInputService {
  constructor(
    private readonly inForce: ForecastsInForceRepository,
    private readonly facts: IntervalFactRepository,
    private readonly calendars: QueueCalendarService,
  ) {}

  /** Null when none of the days had a forecast in time. */
  async of(context: RequestContext, queue: QueueRecord, dates: readonly LocalDate[]): Promise<QueueToScore | null> {
    const plans = await this.plansOf(context, queue, dates);
    if (plans.length === 0) return null;
    const days = plans.map(({ onDate }) => onDate).sort();
    const known = plans.map(({ trainedUntilOn }) => trainedUntilOn).sort();
    const lastOn = days.at(-1)!;
    const factsFromOn = addDays(known[0]! < days[0]! ? known[0]! : days[0]!, -HISTORY_DAYS);
    const factsDays = daysBetween(factsFromOn, lastOn) + 1;
    const { events } = await this.calendars.ofQueue(context, queue, rangeOfDays(factsFromOn, factsDays));
    return {
      queueId: queue.id,
      zone: queue.zone,
      plans,
      events,
      facts: await this.facts.columns(context, {
        queueId: queue.id,
        startAt: startOfLocalDay(factsFromOn, queue.zone),
        endAt: startOfLocalDay(addDays(lastOn, 1), queue.zone),
      }),
      factsFromOn,
      factsDays,
    };
  }

  /** For each day the plan in force at its start, and the newest of so many days ahead, each with the edits of then. */
  private async plansOf(
    context: RequestContext,
    queue: QueueRecord,
    dates: readonly LocalDate[],
  ): Promise<PlanToScore[]> {
    const wanted: KnownDay[] = dates.flatMap((onDate) =>
      LEAD_DAYS.map((leadDays) => ({
        onDate,
        leadDays,
        knownAt: startOfLocalDay(addDays(onDate, 1 - Math.max(1, leadDays)), queue.zone),
      })),
    );
    const atStart = wanted.filter(({ leadDays }) => leadDays === 0);
    const approved = await this.inForce.approved(context, queue.id, atStart);
    const approvedOn = new Set(approved.map(({ onDate }) => onDate));
    const others = wanted.filter(({ leadDays, onDate }) => leadDays > 0 || !approvedOn.has(onDate));
    const versions = await this.inForce.versions(context, queue.id, others);
    const layersAt = await this.layersAt(context, queue, dates);
    const plans: PlanToScore[] = [...approved];
    for (const version of versions) {
      const { knownAt } = others.find(
        ({ onDate, leadDays }) => onDate === version.onDate && leadDays === version.leadDays,
      )!;
      const layers = await this.layersOfDay(context, { queue, version, knownAt, layersAt });
      plans.push({ ...version, approvalId: null, layers });
    }
    return plans;
  }

  /** The layers of one day as they were known; a total over several days needs the other days as they were known too. */
  private async layersOfDay(
    context: RequestContext,
    of: { queue: QueueRecord; version: ForecastVersionDay; knownAt: Instant; layersAt: LayersAt },
  ): Promise<readonly KeptLayer[]> {
    const { queue, version, knownAt, layersAt } = of;
    const layersOf = async (range: InstantRange) => layersAt(range, knownAt);
    const day = { startAt: version.startAt, endAt: startOfLocalDay(addDays(version.onDate, 1), queue.zone) };
    if ((await layersOf(day)).length === 0) return [];
    const [layered] = await layeredDays(
      queue.zone,
      { fromOn: version.onDate, days: 1 },
      {
        layersOf,
        daysOf: async ({ fromOn, days }) =>
          days === 1
            ? [version]
            : this.inForce.versions(
                context,
                queue.id,
                Array.from({ length: days }, (_, i) => ({ onDate: addDays(fromOn, i), leadDays: 0, knownAt })),
              ),
      },
    );
    return layered?.layers ?? [];
  }

  /** All layers that may matter are read once; those a total reaches for beyond the days are a month away at most. */
  private async layersAt(context: RequestContext, queue: QueueRecord, dates: readonly LocalDate[]): Promise<LayersAt> {
    const days = [...dates].sort();
    const layers = await this.inForce.layersOf(context, queue.id, {
      startAt: startOfLocalDay(addDays(days[0]!, -LONGEST_TOTAL_DAYS), queue.zone),
      endAt: startOfLocalDay(addDays(days.at(-1)!, LONGEST_TOTAL_DAYS), queue.zone),
    });
    return (range, knownAt) =>
      layers.filter(
        ({ startAt, endAt, createdAt, endedAt }) =>
          startAt < range.endAt &&
          endAt > range.startAt &&
          createdAt <= knownAt &&
          (endedAt === null || endedAt > knownAt),
      );
  }
}
