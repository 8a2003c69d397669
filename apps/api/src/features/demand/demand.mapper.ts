import type { JsonValue } from '../../platform/jobs/job-definition.js';
import type { Grid } from '@yotei/time';
import type { CalendarEventRecord } from './calendar-events.repository.js';
import type {
  DemandView as DemandViewType,
  CalendarEvent,
  EventKind,
  ForecastInfo,
  IntervalSeries,
} from './demand.graphql-types.js';
import type { DemandView } from './demand-view.service.js';
import { nullable } from './fact-series.js';
import type { StoredForecast } from './forecasts.repository.js';
import { editOf } from './layers/forecast-layers.mapper.js';
import type { QueueRecord } from './queue-directory.js';
import type { Channel, Queue } from './queue.graphql-types.js';
import { planTypeOf } from './staffing-plan.mapper.js';

export function queueOf(record: QueueRecord): Queue {
  const { plan, name, channel, archivedOn, ...rest } = record;
  return {
    ...{ ...rest, name: { en: name.en, ja: name.ja }, channel: channel as Channel },
    ...{ staffing: planTypeOf(plan), archived: archivedOn !== null },
  };
}

export function seriesOf(grid: Grid, values: Float64Array, digits?: number): IntervalSeries {
  return { startAt: grid.startAt, stepMinutes: grid.stepMinutes, values: nullable(values, digits) };
}

export function eventOf(record: CalendarEventRecord): CalendarEvent {
  return {
    id: record.id,
    fromOn: record.fromOn,
    untilOn: record.untilOn,
    kind: record.kind as EventKind,
    title: record.title,
    queueIds: record.queueIds ? [...record.queueIds] : null,
  };
}

function forecastOf(stored: StoredForecast): ForecastInfo {
  return {
    id: stored.id,
    version: stored.version,
    createdAt: stored.createdAt,
    createdBy: stored.createdBy ?? 'Yotei',
    methodId: stored.method.methodId,
    methodTitle: stored.method.methodTitle,
    trainedUntilOn: stored.method.trainedUntilOn,
    fromOn: stored.fromOn,
    days: stored.days,
    backtest: stored.backtest.map((row) => ({ ...row })),
    reasons: stored.method.reasons as JsonValue,
    jobId: stored.jobId,
  };
}

export function demandViewOf(view: DemandView): DemandViewType {
  const { actual, forecast } = view;
  return {
    queue: queueOf(view.queue),
    fromOn: view.fromOn,
    days: view.days,
    actualContacts: seriesOf(actual.grid, actual.contacts),
    actualHandleSeconds: seriesOf(actual.grid, actual.averageHandleSeconds, 1),
    forecastContacts: forecast && seriesOf(forecast.edited.grid, forecast.edited.contacts),
    baseForecastContacts: forecast && seriesOf(forecast.base.grid, forecast.base.contacts),
    p10Contacts: forecast && seriesOf(forecast.base.grid, forecast.base.p10),
    p90Contacts: forecast && seriesOf(forecast.base.grid, forecast.base.p90),
    baseForecastHandleSeconds: forecast && seriesOf(forecast.base.grid, forecast.base.averageHandleSeconds, 1),
    forecastHandleSeconds: forecast && seriesOf(forecast.edited.grid, forecast.edited.averageHandleSeconds, 1),
    forecast: forecast?.info ? forecastOf(forecast.info) : null,
    edits: view.edits.map(editOf),
    editsRevision: view.editsRevision,
    events: view.events.map(eventOf),
    historyFromOn: view.historyFromOn,
    historyUntilOn: view.historyUntilOn,
  };
}
