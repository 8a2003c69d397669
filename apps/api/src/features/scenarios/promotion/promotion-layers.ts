import {
  applyLayers,
  type DemandLayer,
  type EditableSeries,
  type LayerChange,
  type LayerPattern,
} from '@yotei/forecast/edits';
import type { HandleTimeChange, ScenarioBase, ScenarioChange, WhenScope } from '@yotei/scheduling/scenarios';
import type { StaffingForecast } from '@yotei/scheduling/staffing';
import { gridEnd, intervalStart, startOfLocalDay } from '@yotei/time';

/** Percentages of a layer are rounded: what lies nearer is the same. */
const NEAR = 1e-7;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const DAY_MINUTES = 1440;

type Measure = DemandLayer['measure'];

/** The forecast of one queue before a change and after it, on one grid. */
export interface QueueChanged {
  readonly before: StaffingForecast;
  readonly after: StaffingForecast;
  /** Of the queue's wall clock, by which layers read their pattern. */
  readonly zone: string;
}

export type LayersFound =
  | { readonly kind: 'layers'; readonly layers: readonly DemandLayer[] }
  /** The grid is coarser than the queue's intervals, and no percentage says it exactly. */
  | { readonly kind: 'too-coarse' };

const seriesOf = ({ grid, contacts, averageHandleSeconds }: StaffingForecast): EditableSeries => ({
  grid,
  contacts: Float64Array.from(contacts),
  averageHandleSeconds: Float64Array.from(averageHandleSeconds),
});

const valuesOf = (series: EditableSeries, measure: Measure): Float64Array =>
  measure === 'contacts' ? series.contacts : series.averageHandleSeconds;

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= NEAR * Math.max(1, Math.abs(b));

/** Whether an interval is one that an edit can change: closed ones stay closed. */
const isOpenIn = ({ contacts }: EditableSeries, index: number): boolean => !Number.isNaN(contacts[index]!);

function isReached(from: EditableSeries, found: EditableSeries, { after, measure }: Wanted): boolean {
  const [reached, wanted] = [valuesOf(found, measure), valuesOf(after, measure)];
  return reached.every((value, index) => {
    if (!isOpenIn(from, index) || Number.isNaN(wanted[index]!)) return true;
    // The handle time of no contacts is nobody's.
    if (measure === 'handle_seconds' && !(after.contacts[index]! > 0)) return true;
    return isNear(value, wanted[index]!);
  });
}

interface Wanted {
  readonly after: EditableSeries;
  readonly measure: Measure;
}

const percentOf = (factor: number): number => Math.round((factor - 1) * 1e8) / 1e6;

/** Where and when a change of the scenario acts, as a layer says it. */
function spanOf(scope: WhenScope, { grid, zone }: Pick<ScenarioBase, 'grid' | 'zone'>) {
  const { fromOn, untilOn, weekdays = EVERY_DAY, fromMinute = 0, untilMinute = DAY_MINUTES } = scope;
  const hasClock = scope.weekdays ?? scope.fromMinute ?? scope.untilMinute;
  const pattern: LayerPattern | null = hasClock === undefined ? null : { weekdays, fromMinute, untilMinute };
  return {
    startAt: Math.max(grid.startAt, fromOn ? startOfLocalDay(fromOn, zone) : grid.startAt),
    endAt: Math.min(gridEnd(grid), untilOn ? startOfLocalDay(untilOn, zone) : gridEnd(grid)),
    pattern,
  };
}

type PlainEdit = Exclude<LayerChange, { readonly operation: 'values' }>;

/** Handle time as it was asked for: a share, seconds, or both one after the other. */
const askedHandleTime = ({ factor = 1, addSeconds = 0 }: HandleTimeChange): PlainEdit[] => [
  ...(factor === 1 ? [] : [{ operation: 'percent', value: percentOf(factor) } as const]),
  ...(addSeconds === 0 ? [] : [{ operation: 'add', value: addSeconds } as const]),
];

/** One percentage for all intervals the change touches, taken from the first it changes. */
function onePercentage(from: EditableSeries, { after, measure }: Wanted): number | null {
  const [was, is] = [valuesOf(from, measure), valuesOf(after, measure)];
  const first = was.findIndex((value, index) => value > 0 && from.contacts[index]! > 0 && !isNear(value, is[index]!));
  return first < 0 ? null : percentOf(is[first]! / was[first]!);
}

/** What might say a measure's change in a line: as it was asked for, else one percentage; null where nothing changes. */
function plainEdits(change: ScenarioChange, from: EditableSeries, wanted: Wanted): PlainEdit[] | null {
  if (change.kind === 'handle-time' && wanted.measure === 'handle_seconds') return askedHandleTime(change);
  if (isReached(from, from, wanted)) return null;
  const percent = onePercentage(from, wanted);
  return percent === null ? [] : [{ operation: 'percent', value: percent }];
}

function valuesLayer(from: EditableSeries, wanted: Wanted): DemandLayer | null {
  const { after, measure } = wanted;
  const { grid } = from;
  const [was, is] = [valuesOf(from, measure), valuesOf(after, measure)];
  const differs = Array.from(
    was,
    (value, index) => isOpenIn(from, index) && !Number.isNaN(is[index]!) && !isNear(value, is[index]!),
  );
  const [first, last] = [differs.indexOf(true), differs.lastIndexOf(true)];
  if (first < 0) return null;
  return {
    ...{ measure, operation: 'values', stepMinutes: grid.stepMinutes, pattern: null },
    startAt: intervalStart(grid, first),
    endAt: intervalStart(grid, last + 1),
    values: Array.from({ length: last + 1 - first }, (_, at) => (differs[first + at] ? is[first + at]! : null)),
  };
}

/** The edits of one measure; none where it stays as it is, null where only values of finer intervals could say it. */
function measureLayers(
  change: ScenarioChange,
  from: EditableSeries,
  { wanted, span, zone, isOwnStep }: MeasureScope,
): DemandLayer[] | null {
  const edits = plainEdits(change, from, wanted);
  if (!edits) return [];
  const plain = edits.map((edit) => ({ measure: wanted.measure, ...edit, ...span }));
  if (plain.length > 0 && span.startAt < span.endAt && isReached(from, applyLayers(from, plain, zone), wanted))
    return plain;
  const values = valuesLayer(from, wanted);
  if (!values) return [];
  return isOwnStep ? [values] : null;
}

interface MeasureScope {
  readonly wanted: Wanted;
  readonly span: ReturnType<typeof spanOf>;
  readonly zone: string;
  /** Whether the grid's intervals are the queue's own. */
  readonly isOwnStep: boolean;
}

/**
 * Edits that make of the forecast before a change that after it. A percentage, or seconds, where that says exactly the
 * same, because it stays right when the forecast is made anew; else a value for each interval.
 */
export function layersBetween(
  change: ScenarioChange,
  base: Pick<ScenarioBase, 'grid' | 'zone'>,
  { before, after: changed, zone, isOwnStep }: QueueChanged & Pick<MeasureScope, 'isOwnStep'>,
): LayersFound {
  const after = seriesOf(changed);
  const span = spanOf(change as WhenScope, base);
  const layers: DemandLayer[] = [];
  let from = seriesOf(before);
  for (const measure of ['contacts', 'handle_seconds'] as const) {
    const found = measureLayers(change, from, { wanted: { after, measure }, span, zone, isOwnStep });
    if (!found) return { kind: 'too-coarse' };
    layers.push(...found);
    from = applyLayers(from, found, zone);
  }
  return { kind: 'layers', layers };
}
