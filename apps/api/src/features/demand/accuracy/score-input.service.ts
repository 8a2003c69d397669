import { Injectable } from '@nestjs/common';
import { addDays, daysBetween, gridEnd, localDaysGrid, startOfLocalDay, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { CalendarEventRepository } from '../calendar-events.repository.js';
import { IntervalFactRepository } from '../interval-facts.repository.js';
import type { QueueRecord } from '../queue-directory.js';
import { LEAD_DAYS } from './forecast-scores.repository.js';
import { ForecastsInForceRepository, type KnownDay } from './forecasts-in-force.repository.js';
import type { PlanToScore, QueueToScore } from './score.compute.js';

/** History that simple forecasts and the scale of MASE look at, before the oldest knowledge scored. */
const HISTORY_DAYS = 84;

/** Rows of forecasts, approvals, edits and facts -> what the scoring computes on. */
@Injectable()
export class ScoreInputService {
  constructor(
    private readonly inForce: ForecastsInForceRepository,
    private readonly facts: IntervalFactRepository,
    private readonly events: CalendarEventRepository,
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
    return {
      queueId: queue.id,
      zone: queue.zone,
      plans,
      events: await this.events.ofQueue(context, queue.id, { fromOn: factsFromOn, days: factsDays }),
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
    const editsOf = await this.editsKnown(context, queue, dates);
    return [
      ...approved,
      ...versions.map((version) => {
        const { knownAt } = others.find(
          ({ onDate, leadDays }) => onDate === version.onDate && leadDays === version.leadDays,
        )!;
        return { ...version, approvalId: null, edits: editsOf(version.onDate, knownAt) };
      }),
    ];
  }

  private async editsKnown(context: RequestContext, queue: QueueRecord, dates: readonly LocalDate[]) {
    const days = [...dates].sort();
    const span = localDaysGrid(days[0]!, daysBetween(days[0]!, days.at(-1)!) + 1, queue.zone, queue.intervalMinutes);
    const edits = await this.inForce.edits(context, queue.id, { startAt: span.startAt, endAt: gridEnd(span) });
    return (onDate: LocalDate, knownAt: number) => {
      const startAt = startOfLocalDay(onDate, queue.zone);
      const endAt = startOfLocalDay(addDays(onDate, 1), queue.zone);
      return edits.filter(
        (edit) =>
          edit.startAt < endAt &&
          edit.endAt > startAt &&
          edit.createdAt <= knownAt &&
          (edit.undoneAt === null || edit.undoneAt > knownAt),
      );
    };
  }
}
