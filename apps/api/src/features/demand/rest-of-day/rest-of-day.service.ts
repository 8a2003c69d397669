import { Injectable } from '@nestjs/common';
import { forecastingMethods, type RestOfDayForecast, type RestOfDayResult } from '@yotei/forecast';
import { gridEnd, localDateOf, localDaysGrid, type Grid, type Instant, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { runInThread } from '../../../platform/jobs/job-thread.js';
import { DemandViewService } from '../demand-view.service.js';
import { seriesOfFacts } from '../fact-series.js';
import { ForecastInputService } from '../forecast-input.service.js';
import { ForecastRepository } from '../forecasts.repository.js';
import { IntervalFactRepository } from '../interval-facts.repository.js';
import { QueueDirectory, type QueueRecord } from '../queue-directory.js';
import type { RestOfDayComputeInput } from './rest-of-day.compute.js';

export type RestOfDayAnswer =
  | { readonly kind: 'updated'; readonly queue: QueueRecord; readonly grid: Grid; readonly forecast: RestOfDayForecast }
  | { readonly kind: 'not-found' }
  | Exclude<RestOfDayResult, RestOfDayForecast>;

/** Longest a screen waits; a queue whose sixty past days take longer is a fault. */
const MOST_MILLIS = 30_000;
const SEED = 1;
const COMBINATION = 'combination';
const QUICK_METHOD = 'day-regression-profile';

/** The rest of a day by its facts so far: today's forecast with its edits, updated by what has come. */
@Injectable()
export class RestOfDayService {
  constructor(
    private readonly queues: QueueDirectory,
    private readonly views: DemandViewService,
    private readonly forecasts: ForecastRepository,
    private readonly inputs: ForecastInputService,
    private readonly facts: IntervalFactRepository,
  ) {}

  async restOfDay(context: RequestContext, queueId: string, at: Instant): Promise<RestOfDayAnswer> {
    const queue = await this.queues.byId(context, queueId);
    if (!queue) return { kind: 'not-found' };
    // The instant belongs to the day whose interval ends there: midnight ends a day, it starts none.
    const on = localDateOf(at - 1, queue.zone);
    const input = await this.inputOf(context, queue, { on, at });
    if (!input) return { kind: 'not-enough-history', haveDays: 0, needDays: 1 };
    const result = await runInThread<RestOfDayResult>({
      module: new URL('./rest-of-day.compute.js', import.meta.url),
      input,
      signal: AbortSignal.timeout(MOST_MILLIS),
      onProgress: () => undefined,
    });
    if (result.kind !== 'forecast') return result;
    return {
      kind: 'updated',
      queue,
      grid: localDaysGrid(on, 1, queue.zone, queue.intervalMinutes),
      forecast: result,
    };
  }

  private async inputOf(
    context: RequestContext,
    queue: QueueRecord,
    { on, at }: { on: LocalDate; at: Instant },
  ): Promise<RestOfDayComputeInput | null> {
    const stored = await this.views.editedForecast(context, queue, { fromOn: on, days: 1 });
    const isOwnStep = stored?.base.grid.stepMinutes === queue.intervalMinutes;
    const morning =
      stored && isOwnStep
        ? { contacts: stored.edited.contacts, averageHandleSeconds: stored.edited.averageHandleSeconds }
        : null;
    const methodId = await this.methodOf(context, queue, morning && stored!.days[0]!.forecastId);
    const order = { queueIds: [queue.id], fromOn: on, days: 1, methodId, seed: SEED };
    const { queues } = await this.inputs.prepare(context, order);
    if (!queues[0]) return null;
    const grid = localDaysGrid(on, 1, queue.zone, queue.intervalMinutes);
    const span = { startAt: grid.startAt, endAt: gridEnd(grid) };
    const facts = seriesOfFacts(await this.facts.columns(context, { queueId: queue.id, ...span }), grid);
    return { queue: queues[0], methodId, on, at, soFar: facts.contacts, morning, seed: SEED };
  }

  /**
   * The method that made today's forecast, so that past days are forecast as today was. A combination of models would fit
   * each of them sixty times while a screen waits: one of its quick members stands in, whose errors are near enough. So
   * it does where the day has no forecast yet.
   */
  private async methodOf(context: RequestContext, queue: QueueRecord, forecastId: string | null): Promise<string> {
    const made = forecastId === null ? null : await this.forecasts.forecast(context, forecastId, queue.id);
    const method = forecastingMethods.find(({ id }) => id === made?.method.methodId);
    return !method || method.id === COMBINATION ? QUICK_METHOD : method.id;
  }
}
