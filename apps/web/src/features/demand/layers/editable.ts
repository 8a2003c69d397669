import type { DemandLayer, EditableSeries } from '@yotei/forecast/edits';
import type { ForecastLayerInput } from '../../../graphql/generated/graphql.js';
import type { DemandView, ForecastEdit, Series } from '../demand.model.js';

type MaybeSeries = Series | null | undefined;

const numbers = (series: MaybeSeries) => Float64Array.from(series?.values ?? [], (value) => value ?? Number.NaN);

function seriesOf(contacts: MaybeSeries, handle: MaybeSeries): EditableSeries | null {
  if (!contacts?.values.length) return null;
  const { startAt, stepMinutes, values } = contacts;
  return {
    grid: { startAt: Date.parse(startAt), stepMinutes, count: values.length },
    contacts: numbers(contacts),
    averageHandleSeconds: numbers(handle),
  };
}

/** The forecast with the layers kept so far; null without one. */
export function keptForecast(view: DemandView): EditableSeries | null {
  return seriesOf(view.forecastContacts, view.forecastHandleSeconds);
}

/** The forecast as computed, without any layer. */
export function baseForecast(view: DemandView): EditableSeries | null {
  return seriesOf(view.baseForecastContacts, view.baseForecastHandleSeconds);
}

const OPERATIONS = { SET: 'set', ADD: 'add', PERCENT: 'percent', TOTAL: 'total', VALUES: 'values' } as const;
const MEASURES = { CONTACTS: 'contacts', HANDLE_SECONDS: 'handle_seconds' } as const;

/** An edit of the api as a layer of the library. */
export function layerOf(edit: ForecastEdit): DemandLayer {
  const place = {
    measure: MEASURES[edit.measure],
    startAt: Date.parse(edit.fromAt),
    endAt: Date.parse(edit.untilAt),
    stepMinutes: edit.stepMinutes ?? null,
    pattern: edit.pattern ?? null,
  };
  const operation = OPERATIONS[edit.operation];
  if (operation === 'values') return { ...place, operation, values: (edit.values ?? []).map((value) => value ?? null) };
  return { ...place, operation, value: edit.value ?? 0 };
}

/** A layer for the api. Numbers per interval carry the length of the intervals they were meant for. */
export function inputOf(layer: DemandLayer, stepMinutes: number): ForecastLayerInput {
  const { measure, operation, startAt, endAt, pattern } = layer;
  return {
    measure: measure === 'contacts' ? 'CONTACTS' : 'HANDLE_SECONDS',
    operation: operation.toUpperCase() as ForecastLayerInput['operation'],
    value: operation === 'values' ? null : layer.value,
    values: operation === 'values' ? [...layer.values] : null,
    stepMinutes: layer.stepMinutes ?? stepMinutes,
    pattern: pattern ? { ...pattern, weekdays: [...pattern.weekdays] } : null,
    fromAt: new Date(startAt).toISOString(),
    untilAt: new Date(endAt).toISOString(),
  };
}
