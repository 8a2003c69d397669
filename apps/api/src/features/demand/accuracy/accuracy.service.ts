import { Injectable } from '@nestjs/common';
import {
  accuracyOf,
  detectDrift,
  errorsByHour,
  isWhole,
  type Accuracy,
  type CalendarEvent,
  type Drift,
  type HourError,
} from '@yotei/forecast';
import {
  addDays,
  daysBetween,
  localMinuteOfDay,
  startOfLocalDay,
  weekdayOf,
  type LocalDate,
  type ZoneId,
} from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { ForecastLayerRepository, type StoredLayer } from '../layers/forecast-layers.repository.js';
import { QueueDirectory, type QueueRecord } from '../queue-directory.js';
import { QueueCalendarService, rangeOfDays } from '../special-days/queue-calendar.service.js';
import {
  ForecastScoreRepository,
  LEAD_DAYS,
  type ScoredDaySeries,
  type StoredScore,
} from './forecast-scores.repository.js';
import { ForecastVersionRepository, type ForecastVersion } from './forecast-versions.repository.js';

/** Weeks of the trend, which are also those a drift is looked for in. */
export const TREND_WEEKS = 13;

export type DriftAdvice = 're-forecast' | 'judge-days' | 'add-event';

export interface AdvisedDrift extends Drift {
  /** What to do, the first first. */
  readonly advice: readonly DriftAdvice[];
}

export interface WeekAccuracy {
  readonly fromOn: LocalDate;
  readonly accuracy: Accuracy | null;
}

export interface QueueAccuracy {
  readonly queueId: string;
  readonly week: Accuracy | null;
  readonly fourWeeks: Accuracy | null;
  readonly weeks: readonly WeekAccuracy[];
  readonly drift: AdvisedDrift | null;
  /** Of the four weeks: days scored, and those among them that somebody had approved in time. */
  readonly scoredDays: number;
  readonly approvedDays: number;
}

export interface AccuracyOverview {
  readonly weekFromOn: LocalDate;
  /** All queues together; contacts weigh. */
  readonly week: Accuracy | null;
  readonly fourWeeks: Accuracy | null;
  readonly queues: readonly QueueAccuracy[];
  /** Queue-days whose facts changed since they were scored. */
  readonly waitingDays: number;
}

export interface ScoredDay extends StoredScore {
  readonly accuracy: Accuracy;
  readonly events: readonly CalendarEvent[];
  /** The newest forecast finds the day unusual for its weekday. */
  readonly unusual: 'low' | 'high' | null;
}

export interface QueueAccuracyDetail {
  readonly queue: QueueRecord;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly accuracy: Accuracy | null;
  readonly days: readonly ScoredDay[];
  readonly hours: readonly HourError[];
  readonly leads: readonly { readonly leadDays: number; readonly accuracy: Accuracy | null }[];
  readonly drift: AdvisedDrift | null;
  /** Edits that touch the days, the undone ones included. */
  readonly edits: readonly StoredLayer[];
}

/** Reads the scores: by queue for the weeks before a day, and everything about one queue. */
@Injectable()
export class AccuracyService {
  constructor(
    private readonly queues: QueueDirectory,
    private readonly scores: ForecastScoreRepository,
    private readonly versions: ForecastVersionRepository,
    private readonly layers: ForecastLayerRepository,
    private readonly calendars: QueueCalendarService,
  ) {}

  /** The week and the four weeks before `untilOn`, the trend before it, and drift up to the newest day scored. */
  async overview(context: RequestContext, untilOn: LocalDate): Promise<AccuracyOverview> {
    const weekFromOn = addDays(untilOn, -7);
    const rows = await this.scores.between(context, {
      fromOn: addDays(untilOn, -7 * TREND_WEEKS),
      untilOn: addDays(untilOn, 7),
    });
    const inForce = rows.filter(({ leadDays }) => leadDays === 0);
    const before = inForce.filter(({ onDate }) => onDate < untilOn);
    const queues: QueueAccuracy[] = [];
    for (const queue of await this.queues.all(context)) {
      const own = inForce.filter(({ queueId }) => queueId === queue.id);
      queues.push({ queueId: queue.id, ...figures(own, untilOn), drift: await this.driftOf(context, queue, own) });
    }
    return {
      weekFromOn,
      week: accuracyOf(scoresFrom(before, weekFromOn)),
      fourWeeks: accuracyOf(scoresFrom(before, addDays(untilOn, -28))),
      queues,
      waitingDays: await this.scores.waitingCount(context),
    };
  }

  /** Null when there is no such queue. */
  async ofQueue(
    context: RequestContext,
    range: { queueId: string; fromOn: LocalDate; untilOn: LocalDate },
  ): Promise<QueueAccuracyDetail | null> {
    const queue = await this.queues.byId(context, range.queueId);
    if (!queue) return null;
    const rows = await this.scores.between(context, range);
    const inForce = rows.filter(({ leadDays }) => leadDays === 0);
    const series = await this.scores.series(context, range);
    const days = daysBetween(range.fromOn, range.untilOn);
    const { events } = await this.calendars.ofQueue(context, queue, rangeOfDays(range.fromOn, days));
    const newest = await this.versions.newest(context, queue.id);
    const trend = await this.scores.between(context, { ...range, fromOn: addDays(range.untilOn, -7 * TREND_WEEKS) });
    return {
      queue,
      fromOn: range.fromOn,
      untilOn: range.untilOn,
      accuracy: accuracyOf(inForce.map(({ score }) => score)),
      days: inForce.map((row) => ({
        ...row,
        accuracy: accuracyOf([row.score])!,
        events: events.filter(({ fromOn, untilOn }) => fromOn <= row.onDate && row.onDate <= untilOn),
        unusual: unusualOn(newest, row.onDate),
      })),
      hours: errorsByHour(placedErrors(series, queue.zone)),
      leads: LEAD_DAYS.filter((leadDays) => leadDays > 0).map((leadDays) => ({
        leadDays,
        accuracy: accuracyOf(rows.filter((row) => row.leadDays === leadDays).map(({ score }) => score)),
      })),
      drift: await this.driftOf(
        context,
        queue,
        trend.filter(({ leadDays }) => leadDays === 0),
      ),
      edits: await this.layers.touching(context, queue.id, {
        startAt: startOfLocalDay(range.fromOn, queue.zone),
        endAt: startOfLocalDay(range.untilOn, queue.zone),
      }),
    };
  }

  /** Days on which the planner knows of an outage are no sign of drift. */
  private async driftOf(
    context: RequestContext,
    queue: QueueRecord,
    rows: readonly StoredScore[],
  ): Promise<AdvisedDrift | null> {
    const first = rows[0]?.onDate;
    const last = rows.at(-1)?.onDate;
    if (!first || !last) return null;
    const { events } = await this.calendars.ofQueue(context, queue, { fromOn: first, untilOn: last });
    const outages = events.filter(({ kind }) => kind === 'outage');
    const usable = rows.filter(
      ({ score, onDate }) =>
        isWhole(score) && !outages.some(({ fromOn, untilOn }) => fromOn <= onDate && onDate <= untilOn),
    );
    const drift = detectDrift(
      usable.map(({ onDate, score: { contacts }, promisedDayError }) => ({
        on: onDate,
        actual: contacts.actual,
        forecast: contacts.actual + contacts.plan.signed,
        promisedError: promisedDayError,
      })),
    );
    return drift && { ...drift, advice: adviceFor(drift, await this.versions.newest(context, queue.id)) };
  }
}

const scoresFrom = (rows: readonly StoredScore[], fromOn: LocalDate) =>
  rows.filter(({ onDate }) => onDate >= fromOn).map(({ score }) => score);

function figures(rows: readonly StoredScore[], untilOn: LocalDate): Omit<QueueAccuracy, 'queueId' | 'drift'> {
  const before = rows.filter(({ onDate }) => onDate < untilOn);
  const month = before.filter(({ onDate }) => onDate >= addDays(untilOn, -28));
  return {
    week: accuracyOf(scoresFrom(before, addDays(untilOn, -7))),
    fourWeeks: accuracyOf(month.map(({ score }) => score)),
    weeks: Array.from({ length: TREND_WEEKS }, (_, i) => {
      const fromOn = addDays(untilOn, -7 * (TREND_WEEKS - i));
      const week = before.filter(({ onDate }) => onDate >= fromOn && onDate < addDays(fromOn, 7));
      return { fromOn, accuracy: accuracyOf(week.map(({ score }) => score)) };
    }),
    scoredDays: month.length,
    approvedDays: month.filter(({ approvalId }) => approvalId !== null).length,
  };
}

function* placedErrors(days: readonly ScoredDaySeries[], zone: ZoneId) {
  for (const { onDate, startAt, stepMinutes, actual, planned } of days) {
    const weekday = weekdayOf(onDate);
    for (const [i, came] of actual.entries()) {
      if (came === null || (planned[i] === null && came === 0)) continue;
      const hour = Math.floor(localMinuteOfDay(startAt + i * stepMinutes * 60_000, zone) / 60);
      yield { weekday, hour, actual: came, forecast: planned[i] ?? 0 };
    }
  }
}

/** As a version stores them; those of before had one day and no span. */
interface StoredProposal {
  readonly kind: string;
  readonly fromOn?: LocalDate;
  readonly untilOn?: LocalDate;
  readonly actual?: number;
  readonly expected?: number;
}

/** What the newest forecast found odd, lasting changes aside: those are no fault of a day. */
function oddSpansOf(version: ForecastVersion | null): readonly Required<StoredProposal>[] {
  const reasons = version?.method.reasons as { proposals?: readonly StoredProposal[] } | undefined;
  return (reasons?.proposals ?? []).filter(
    (proposal): proposal is Required<StoredProposal> =>
      proposal.kind !== 'level-shift' && proposal.fromOn !== undefined && proposal.untilOn !== undefined,
  );
}

function unusualOn(version: ForecastVersion | null, on: LocalDate): 'low' | 'high' | null {
  const found = oddSpansOf(version).find(({ fromOn, untilOn }) => fromOn <= on && on <= untilOn);
  return found ? (found.actual < found.expected ? 'low' : 'high') : null;
}

/** A forecast that has seen two weeks of the new level knows it; before that it helps to make a new one. */
const DAYS_TO_LEARN = 14;

function adviceFor(drift: Drift, newest: ForecastVersion | null): DriftAdvice[] {
  const knowsIt = newest !== null && newest.method.trainedUntilOn >= addDays(drift.sinceOn, DAYS_TO_LEARN);
  const odd = oddSpansOf(newest).some(({ untilOn }) => untilOn >= drift.sinceOn);
  const advice: DriftAdvice[] = knowsIt ? ['add-event'] : ['re-forecast'];
  if (odd) advice.push('judge-days');
  return knowsIt ? advice : [...advice, 'add-event'];
}
