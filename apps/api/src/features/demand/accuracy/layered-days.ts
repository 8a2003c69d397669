import { applyLayers, reachOfTotals, type InstantRange } from '@yotei/forecast/edits';
import {
  addDays,
  daysBetween,
  gridEnd,
  intervalIndex,
  localDateOf,
  localDaysGrid,
  type Grid,
  type Instant,
  type LocalDate,
  type ZoneId,
} from '@yotei/time';
import { nullable, type DemandSeries } from '../fact-series.js';
import type { StoredLayer } from '../layers/forecast-layers.repository.js';

type Values = readonly (number | null)[];

/** A stored queue-day without edits; null = closed. */
export interface BaseDay {
  readonly onDate: LocalDate;
  readonly startAt: Instant;
  readonly stepMinutes: number;
  readonly contacts: Values;
  readonly handleSeconds: Values;
}

/** A layer and the day's series after it, so that what it did is known even when the layer changes later. */
export interface KeptLayer {
  readonly layer: StoredLayer;
  readonly contacts: Values;
  readonly handleSeconds: Values;
}

/** A day after all layers, and after each of those that touch it. */
export interface LayeredDay<Day extends BaseDay> {
  readonly day: Day;
  readonly layers: readonly KeptLayer[];
  readonly contacts: Values;
  readonly handleSeconds: Values;
}

export interface LayeredSource<Day extends BaseDay> {
  /** Layers that count and touch the range, oldest first. */
  readonly layersOf: (range: InstantRange) => Promise<readonly StoredLayer[]>;
  readonly daysOf: (range: { fromOn: LocalDate; days: number }) => Promise<readonly Day[]>;
}

/** The days of a range with their layers; where a total reaches beyond the range, its other days are read to share it out. */
export async function layeredDays<Day extends BaseDay>(
  zone: ZoneId,
  range: { fromOn: LocalDate; days: number },
  { layersOf, daysOf }: LayeredSource<Day>,
): Promise<LayeredDay<Day>[]> {
  const whole = localDaysGrid(range.fromOn, range.days, zone, 30);
  let known: InstantRange = { startAt: whole.startAt, endAt: gridEnd(whole) };
  let layers = await layersOf(known);
  for (let reach = reachOfTotals(known, layers); reach !== known; reach = reachOfTotals(known, layers)) {
    known = reach;
    layers = await layersOf(reach);
  }
  const fromOn = localDateOf(known.startAt, zone);
  const untilOn = addDays(localDateOf(known.endAt - 1, zone), 1);
  const found = await daysOf({ fromOn, days: daysBetween(fromOn, untilOn) });
  const stepMinutes = found[0]?.stepMinutes ?? 30;
  const days = found.filter((day) => day.stepMinutes === stepMinutes);
  const base = seriesOf(days, localDaysGrid(fromOn, daysBetween(fromOn, untilOn), zone, stepMinutes));
  const states: { layer: StoredLayer; after: DemandSeries }[] = [];
  for (const layer of layers) states.push({ layer, after: applyLayers(states.at(-1)?.after ?? base, [layer], zone) });
  const end = addDays(range.fromOn, range.days);
  return days
    .filter(({ onDate }) => onDate >= range.fromOn && onDate < end)
    .map((day) => ({
      day,
      ...part(states.at(-1)?.after ?? base, day),
      layers: states
        .filter(({ layer }) => touches(layer, day))
        .map(({ layer, after }) => ({ layer, ...part(after, day) })),
    }));
}

function touches(layer: StoredLayer, { startAt, stepMinutes, contacts }: BaseDay): boolean {
  return layer.startAt < startAt + contacts.length * stepMinutes * 60_000 && layer.endAt > startAt;
}

function seriesOf(days: readonly BaseDay[], grid: Grid): DemandSeries {
  const contacts = new Float64Array(grid.count).fill(Number.NaN);
  const averageHandleSeconds = contacts.slice();
  for (const day of days) {
    const from = intervalIndex(grid, day.startAt);
    day.contacts.forEach((value, i) => (contacts[from + i] = value ?? Number.NaN));
    day.handleSeconds.forEach((value, i) => (averageHandleSeconds[from + i] = value ?? Number.NaN));
  }
  return { grid, contacts, averageHandleSeconds };
}

function part(series: DemandSeries, day: BaseDay): { contacts: Values; handleSeconds: Values } {
  const from = intervalIndex(series.grid, day.startAt);
  const until = from + day.contacts.length;
  return {
    contacts: nullable(series.contacts.subarray(from, until)),
    handleSeconds: nullable(series.averageHandleSeconds.subarray(from, until), 1),
  };
}
