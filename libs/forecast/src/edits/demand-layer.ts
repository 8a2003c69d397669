import { MINUTE_MILLIS, type Grid, type Instant } from '@yotei/time';

export type EditedMeasure = 'contacts' | 'handle_seconds';

/** Which intervals of a range a layer touches, by the site's clock. */
export interface LayerPattern {
  /** 1 = Monday … 7 = Sunday; at least one. */
  readonly weekdays: readonly number[];
  /** Minutes since local midnight, half-open, 0..1440. */
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/**
 * What a layer does to every interval it touches: `set` and `add` in contacts per interval or seconds per contact,
 * `percent` with 10 for a tenth more, `total` makes the sum of contacts (or the mean handle time, weighted by
 * contacts) this value and keeps the shape, `values` gives each interval its own.
 */
export type LayerChange =
  | { readonly operation: 'set' | 'add' | 'percent' | 'total'; readonly value: number }
  | {
      readonly operation: 'values';
      /** One an interval of `stepMinutes` from the layer's start; null leaves an interval as it is. */
      readonly values: readonly (number | null)[];
    };

/** A planner's change to a forecast: one sheet of a stack, each working on what the sheets below it left. */
export type DemandLayer = LayerChange & {
  readonly measure: EditedMeasure;
  /** Half-open; a layer touches the intervals that start inside it. */
  readonly startAt: Instant;
  readonly endAt: Instant;
  /** Length of the intervals the numbers were given for; null: whatever the forecast has. */
  readonly stepMinutes?: number | null;
  readonly pattern?: LayerPattern | null;
};

/** Contacts and mean handle seconds by interval; NaN contacts = closed. */
export interface EditableSeries {
  readonly grid: Grid;
  readonly contacts: Float64Array;
  readonly averageHandleSeconds: Float64Array;
}

/** What stops a layer from being kept: the field and, in English, what it must be. */
export interface LayerFault {
  readonly path: 'untilAt' | 'value' | 'values' | 'stepMinutes' | 'pattern';
  readonly message: string;
}

const fault = (path: LayerFault['path'], message: string): LayerFault => ({ path, message });
const isMinute = (value: number) => Number.isInteger(value) && value >= 0 && value <= 1440;

function patternFault({ weekdays, fromMinute, untilMinute }: LayerPattern): LayerFault | null {
  if (weekdays.length === 0 || weekdays.some((day) => !Number.isInteger(day) || day < 1 || day > 7))
    return fault('pattern', 'weekdays must be one or more of 1 (Monday) to 7 (Sunday)');
  if (!isMinute(fromMinute) || !isMinute(untilMinute) || untilMinute <= fromMinute)
    return fault('pattern', 'the time of day must end after it starts, within 0 to 1440 minutes');
  return null;
}

function valuesFault(layer: DemandLayer & { operation: 'values' }): LayerFault | null {
  if (!layer.stepMinutes) return fault('stepMinutes', 'say how long the intervals of the values are');
  const expected = (layer.endAt - layer.startAt) / (layer.stepMinutes * MINUTE_MILLIS);
  if (layer.values.length !== expected)
    return fault('values', `give one value an interval of the range: ${expected}, not ${layer.values.length}`);
  if (layer.values.every((value) => value === null)) return fault('values', 'give at least one value');
  if (layer.values.some((value) => value !== null && !(value >= 0 && Number.isFinite(value))))
    return fault('values', 'contacts and seconds are 0 or more');
  return layer.pattern ? fault('pattern', 'values by interval have no pattern') : null;
}

/** Null for a layer that can be applied, else the first thing wrong with it. */
export function layerFault(layer: DemandLayer): LayerFault | null {
  if (!(layer.endAt > layer.startAt)) return fault('untilAt', 'the range must end after it starts');
  if (layer.operation === 'values') return valuesFault(layer);
  if (!Number.isFinite(layer.value)) return fault('value', 'give a number');
  if ((layer.operation === 'set' || layer.operation === 'total') && layer.value < 0)
    return fault('value', 'contacts and seconds are 0 or more');
  if (layer.operation === 'percent' && layer.value < -100)
    return fault('value', 'at most 100 percent can be taken away');
  return layer.pattern ? patternFault(layer.pattern) : null;
}
