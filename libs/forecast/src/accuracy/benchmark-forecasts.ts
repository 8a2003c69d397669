import { epochDay, type LocalDate } from '@yotei/time';
import { eventsByDay, type CalendarEvent, type EventsByDay } from '../calendar/calendar-event.js';
import { forecastingMethod } from '../catalogue.js';
import { completeParameters, type FittedMethod } from '../forecasting-method.js';
import { naiveErrorBefore } from '../backtest/naive-error.js';
import type { QueueHistory } from '../queue-history.js';
import { seededRandom } from '../seeded-random.js';
import { fromSlots, slotsOfDay, tablesOf, type DayTable } from '../series/day-table.js';
import { trainingView, type TrainingView } from '../series/training-view.js';

/** What simple forecasts say of one day, by its intervals; closed intervals hold 0. */
export interface Benchmark {
  /** The last same weekday again; null with less than a week known. */
  readonly naive: Float64Array | null;
  /** Mean of the last four same weekdays; null where the catalogue's method has too little history. */
  readonly plannerMean: Float64Array | null;
  /** Scale of MASE in the days known; null without two weeks. */
  readonly naiveScale: number | null;
}

interface Known {
  readonly view: TrainingView;
  readonly fitted: ReadonlyMap<string, FittedMethod | null>;
  readonly naiveScale: number | null;
}

/**
 * The forecasts a planner gets for nothing, made by the catalogue's own methods from the days known at the time: those
 * up to `knownUntilOn` and none later. Each state of knowledge is fitted once.
 */
export class BenchmarkForecasts {
  private readonly table: DayTable;
  private readonly events: EventsByDay;
  private readonly known = new Map<LocalDate, Known>();

  constructor(
    private readonly history: QueueHistory,
    events: readonly CalendarEvent[],
  ) {
    this.table = tablesOf(history).contacts;
    this.events = eventsByDay(events);
  }

  /** `on` must come after `knownUntilOn`; a benchmark that knows its own day is refused. */
  of(on: LocalDate, knownUntilOn: LocalDate): Benchmark {
    if (on <= knownUntilOn)
      throw new RangeError(`on (${on}) must come after the last day known (${knownUntilOn}); give an earlier one`);
    const { view, fitted, naiveScale } = this.knownUntil(knownUntilOn);
    const slots = slotsOfDay(on, this.history.zone, this.history.stepMinutes);
    const horizon = view.horizon(epochDay(on), 1);
    const open = horizon[0]!.open;
    const laidOut = (methodId: string): Float64Array | null => {
      const values = fitted.get(methodId)?.forecast(horizon)[0];
      return values
        ? fromSlots(
            values.map((value, slot) => (open[slot] ? Math.max(0, value) : 0)),
            slots,
          )
        : null;
    };
    return { naive: laidOut('seasonal-naive'), plannerMean: laidOut('planner-mean'), naiveScale };
  }

  private knownUntil(knownUntilOn: LocalDate): Known {
    const found = this.known.get(knownUntilOn);
    if (found) return found;
    const originDay = epochDay(knownUntilOn) + 1;
    const view = trainingView(this.table, this.events, originDay);
    const fitted = new Map(
      ['seasonal-naive', 'planner-mean'].map((methodId) => {
        const method = forecastingMethod(methodId);
        const fit = method.fit(view, completeParameters(method), seededRandom(0));
        return [methodId, fit.kind === 'fitted' ? fit : null] as const;
      }),
    );
    const scale = naiveErrorBefore(this.table, originDay);
    const known = { view, fitted, naiveScale: Number.isFinite(scale) ? scale : null };
    this.known.set(knownUntilOn, known);
    return known;
  }
}
