import type { DemandQuery } from '../../graphql/generated/graphql.js';

export type DemandView = NonNullable<DemandQuery['demand']>;
export type Series = DemandView['actualContacts'];
export type ForecastEdit = DemandView['edits'][number];

/** The series of a view on one grid; null where closed, missing or not forecast. Instants are epoch milliseconds. */
export interface AlignedDemand {
  readonly startAt: number;
  readonly stepMinutes: number;
  readonly length: number;
  readonly actual: readonly (number | null)[];
  readonly forecast: readonly (number | null)[];
  readonly base: readonly (number | null)[];
  readonly p10: readonly (number | null)[];
  readonly p90: readonly (number | null)[];
  readonly handleSeconds: readonly (number | null)[];
}

type MaybeSeries = Series | null | undefined;

function onGrid(series: MaybeSeries, startAt: number, length: number): readonly (number | null)[] {
  const values = new Array<number | null>(length).fill(null);
  if (!series) return values;
  const offset = Math.round((Date.parse(series.startAt) - startAt) / (series.stepMinutes * 60_000));
  series.values.forEach((value, index) => {
    if (index + offset >= 0 && index + offset < length) values[index + offset] = value ?? null;
  });
  return values;
}

/** Puts what was and what is forecast side by side; handle times are the forecast's where nothing was measured. */
export function alignDemand(view: DemandView): AlignedDemand {
  const all = [view.actualContacts, view.forecastContacts].filter((one): one is Series => Boolean(one?.values.length));
  const stepMinutes = all[0]?.stepMinutes ?? 30;
  const startAt = Math.min(...all.map((one) => Date.parse(one.startAt)));
  const endAt = Math.max(...all.map((one) => Date.parse(one.startAt) + one.values.length * stepMinutes * 60_000));
  const length = all.length ? Math.round((endAt - startAt) / (stepMinutes * 60_000)) : 0;
  const on = (series: MaybeSeries) => onGrid(series, startAt, length);
  const forecastHandle = on(view.forecastHandleSeconds);
  return {
    startAt: length ? startAt : 0,
    stepMinutes,
    length,
    actual: on(view.actualContacts),
    forecast: on(view.forecastContacts),
    base: on(view.baseForecastContacts),
    p10: on(view.p10Contacts),
    p90: on(view.p90Contacts),
    handleSeconds: on(view.actualHandleSeconds).map((value, index) => value ?? forecastHandle[index] ?? null),
  };
}

/** Sum of the known values, or null when none is known. */
export function total(values: readonly (number | null)[]): number | null {
  const known = values.filter((value): value is number => value !== null);
  return known.length ? known.reduce((sum, value) => sum + value, 0) : null;
}

export interface DemandTotals {
  readonly actual: number | null;
  readonly forecast: number | null;
  /** Actual over forecast minus one, over the intervals that have both; null when none has. */
  readonly errorFraction: number | null;
  readonly handleSeconds: number | null;
}

/** Sums over the stretch shown. */
export function demandTotals(aligned: AlignedDemand): DemandTotals {
  const both = aligned.actual.flatMap((actual, index) => {
    const forecast = aligned.forecast[index] ?? null;
    return actual === null || forecast === null ? [] : [{ actual, forecast }];
  });
  const expected = both.reduce((sum, { forecast }) => sum + forecast, 0);
  const came = both.reduce((sum, { actual }) => sum + actual, 0);
  return {
    actual: total(aligned.actual),
    forecast: total(aligned.forecast),
    errorFraction: expected > 0 ? came / expected - 1 : null,
    handleSeconds: weightedHandle(aligned, [...aligned.actual.keys()]),
  };
}

export interface DemandRow {
  readonly key: string;
  readonly fromAt: number;
  readonly actual: number | null;
  readonly forecast: number | null;
  readonly p10: number | null;
  readonly p90: number | null;
  readonly handleSeconds: number | null;
}

/**
 * The view as table rows: one an interval, or one a group of `keyOf` (a local day). Percentiles do not add up, so
 * groups show none.
 */
export function demandRows(aligned: AlignedDemand, keyOf?: (at: number) => string): readonly DemandRow[] {
  const groups = new Map<string, number[]>();
  for (let index = 0; index < aligned.length; index++) {
    const at = aligned.startAt + index * aligned.stepMinutes * 60_000;
    const key = keyOf ? keyOf(at) : String(at);
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  return [...groups].map(([key, indexes]) => {
    const pick = (values: readonly (number | null)[]) => indexes.map((index) => values[index] ?? null);
    return {
      key,
      fromAt: aligned.startAt + indexes[0]! * aligned.stepMinutes * 60_000,
      actual: total(pick(aligned.actual)),
      forecast: total(pick(aligned.forecast)),
      p10: keyOf ? null : (aligned.p10[indexes[0]!] ?? null),
      p90: keyOf ? null : (aligned.p90[indexes[0]!] ?? null),
      handleSeconds: weightedHandle(aligned, indexes),
    };
  });
}

/** Mean handle time weighted by contacts, since an interval of 2 contacts must not count as one of 200. */
function weightedHandle(aligned: AlignedDemand, indexes: readonly number[]): number | null {
  let seconds = 0;
  let contacts = 0;
  for (const index of indexes) {
    const handle = aligned.handleSeconds[index];
    const weight = aligned.actual[index] ?? aligned.forecast[index];
    if (handle === null || handle === undefined || !weight) continue;
    seconds += handle * weight;
    contacts += weight;
  }
  return contacts ? seconds / contacts : null;
}
